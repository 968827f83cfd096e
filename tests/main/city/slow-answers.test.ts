import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type City, startCity } from '../../city/start-city.ts';
import { type DelayingProxy, startDelayingProxy } from '../../support/delaying-proxy.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from './practice-desk.ts';

/** Longer than a kept connection is waited for alone. */
const SLOW_MS = 6000;

let city: City;
let proxy: DelayingProxy;
let desk: PracticeDeskAtWork | null = null;
let isSlow: (call: string) => boolean = () => false;
let nextDesk = 1;
beforeAll(async () => {
  city = await startCity({ desks: 4 });
  proxy = await startDelayingProxy(city.url, (call) => (isSlow(call) ? SLOW_MS : 0));
});
afterEach(async () => {
  isSlow = () => false;
  await desk?.stop();
  desk = null;
});
afterAll(async () => {
  proxy.close();
  await city.stop();
});

async function newDesk(): Promise<PracticeDeskAtWork> {
  const d = await startPracticeDesk(proxy.url, String(city.codes[`CN02-Q0${nextDesk}`]));
  nextDesk += 1;
  desk = d;
  return d;
}
const allSent = (d: PracticeDeskAtWork) => (): boolean => d.line().status().unsentDossiers === 0;

describe('a city that takes its time', () => {
  it('[LC-67] gets each assertion once, however long it takes over it: a second time it would be a replay', async () => {
    isSlow = (call) => call.startsWith('POST /v1/sessions');
    const d = await newDesk();
    const before = proxy.calls.length;
    d.line().start();
    await until(() => d.leases().size > 0, 'leases');
    const since = proxy.calls.slice(before);
    expect(since.filter((call) => call.startsWith('POST /v1/sessions'))).toHaveLength(1);
    expect(d.logged.filter((line) => line.startsWith('line-failed'))).toEqual([]);
  });

  it('[LC-67] is asked beside the silent connection, and nothing that is open is cut when that one answers first', async () => {
    const d = await newDesk();
    d.line().start();
    await until(() => d.leases().size > 0 && d.line().status().unsentEvents === 0, 'rest');
    const connections = proxy.connections();
    isSlow = (call) => /events$/.test(call);
    const { dossierId } = await d.receive();
    await until(allSent(d), 'settling');
    const rows = await city.query('SELECT 1 FROM dossiers WHERE dossier_id = $1', [dossierId]);
    expect(rows).toHaveLength(1);
    // The second question, and at most a page beside what is asked meanwhile: nothing that was open is opened anew.
    expect(proxy.connections() - connections).toBeLessThanOrEqual(2);
    expect(d.logged.filter((line) => /(?:line|feed|pages)-failed/.test(line))).toEqual([]);
  });
});

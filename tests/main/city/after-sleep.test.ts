import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CityOnAPlug, openCityOnAPlug, settled } from './city-on-a-plug.ts';
import { until } from './practice-desk.ts';

let branch: CityOnAPlug;
beforeAll(async () => {
  branch = await openCityOnAPlug({ desks: 2 });
});
afterEach(() => branch.endDesk());
afterAll(() => branch.close());

/** A desk at rest whose connections lead nowhere since the machine slept, without its knowing. */
async function deskThatSlept() {
  const d = await branch.newDesk();
  d.line().start();
  await until(() => d.leases().size > 0, 'leases');
  await until(settled(d), 'settling');
  branch.plug.forget();
  return d;
}
const silences = (logged: readonly string[]): readonly string[] =>
  logged.filter((line) => line.includes('timeout'));

describe('a machine that slept', () => {
  it('[LC-66] goes on over fresh connections: nothing waits for those of before to be given up', async () => {
    const d = await deskThatSlept();
    d.line().afterSleep();
    const { dossierId } = await d.receive();
    await until(settled(d), 'settling after the sleep');
    expect(await branch.countIn('dossiers', 'dossier_id', dossierId)).toBe(1);
    // The feed too: what the city says of its own accord is heard.
    const version = await branch.city.publishReference(() => undefined);
    await until(() => d.line().status().referenceVersion === version, 'the new version');
    expect(silences(d.logged)).toEqual([]);
  });

  it('[LC-67] that nobody tells of it says again over a fresh connection what a kept one did not answer', async () => {
    const d = await deskThatSlept();
    const { dossierId } = await d.receive();
    await until(settled(d), 'settling');
    expect(await branch.countIn('dossiers', 'dossier_id', dossierId)).toBe(1);
    expect(silences(d.logged)).toEqual([]);
    expect(d.logged.filter((line) => line.startsWith('line-failed'))).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from '../../../src/main/city/enrol.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { type Strangeness, startStrangeProxy } from '../../support/strange-proxy.ts';
import {
  newDeskKey,
  type PracticeDeskAtWork,
  startPracticeDesk,
  until,
  verifyWords,
} from './practice-desk.ts';

let city: City;
let proxy: Awaited<ReturnType<typeof startStrangeProxy>>;
let desk: PracticeDeskAtWork | null = null;
let nextDesk = 1;

beforeAll(async () => {
  city = await startCity({ desks: 60 });
  proxy = await startStrangeProxy(city.url);
});
afterEach(async () => {
  await desk?.stop();
  desk = null;
  proxy.be('honest');
});
afterAll(async () => {
  await proxy.stop();
  await city.stop();
});

const nextCode = (): string => {
  const code = String(city.codes[`CN02-Q${String(nextDesk).padStart(2, '0')}`]);
  nextDesk += 1;
  return code;
};

/** A desk that has everything, at rest. */
async function settledDesk(): Promise<PracticeDeskAtWork> {
  proxy.be('honest');
  const d = await startPracticeDesk(proxy.url, nextCode());
  desk = d;
  d.line().start();
  await until(() => d.leases().size > 0, 'leases');
  await until(() => d.line().status().state === 'up' && d.line().status().unsentEvents === 0, 'settling');
  return d;
}

const WAYS: readonly (readonly [Strangeness, LineStatus['state']])[] = [
  ['portal-html', 'captive-portal'],
  ['redirect', 'captive-portal'],
  ['forged-signature', 'not-the-city'],
  ['old-words', 'not-the-city'],
  ['error-500', 'city-failing'],
  ['busy-503', 'city-failing'],
  ['truncated-json', 'city-failing'],
  ['wrong-length', 'city-unreachable'],
];

describe('replies that are not what they should be', () => {
  it.each(WAYS)('[LC-11] %s to the health question is told as %s', async (way, state) => {
    const d = await settledDesk();
    proxy.be(way, /health/);
    await d.line().tryNow();
    expect(d.line().status().state).toBe(state);
    expect(d.line().status().nextTryAt).not.toBeNull();
  });

  it.each(WAYS.filter(([way]) => way !== 'old-words'))(
    '[LC-12] %s to the events moves nothing, and all is well afterwards',
    async (way) => {
      const d = await settledDesk();
      const heard = d.cityLog.messages.filter((m) => m.kind === 'verdict').length;
      proxy.be(way, /events$/);
      const { dossierId } = await d.receive();
      await until(() => proxy.timesStrange() >= 2, 'two strange replies');
      expect(d.cityLog.messages.filter((m) => m.kind === 'verdict')).toHaveLength(heard);
      expect(d.line().status().unsentEvents).toBe(3);
      proxy.be('honest');
      await d.line().tryNow();
      await until(() => d.line().status().unsentDossiers === 0, 'all sent');
      const rows = await city.query('SELECT 1 FROM dossiers WHERE dossier_id = $1', [dossierId]);
      expect(rows).toHaveLength(1);
      expect(d.cityLog.messages.filter((m) => m.kind === 'verdict')).toHaveLength(d.journal.head().seq);
    },
  );

  it.each(
    WAYS.filter(([way]) => way !== 'old-words' && way !== 'forged-signature' && way !== 'wrong-length'),
  )('[LC-13] %s to a page is not taken for its arrival', async (way) => {
    const d = await settledDesk();
    proxy.be(way === 'truncated-json' ? 'error-500' : way, /pages/);
    await d.receive();
    await until(() => proxy.timesStrange() >= 1, 'a strange reply');
    await until(() => d.line().status().unsentEvents === 0, 'the facts to be there');
    expect(d.line().status().unsentPages).toBe(1);
    proxy.be('honest');
    await d.line().tryNow();
    await until(() => d.line().status().unsentDossiers === 0, 'all sent');
  });

  it('[LC-14] a verdict for another event is no verdict for this one', async () => {
    const d = await settledDesk();
    await d.receive();
    await until(() => d.line().status().unsentDossiers === 0, 'the first');
    const heard = d.cityLog.messages.length;
    proxy.be('old-words', /events$/);
    await d.receive();
    await until(() => proxy.timesStrange() >= 2, 'two old replies');
    expect(d.cityLog.messages.slice(heard).filter((m) => m.kind === 'verdict')).toHaveLength(0);
  });

  it('[LC-14] the check bites: were signatures not looked at, forged verdicts would be believed', async () => {
    proxy.be('forged-signature', /events$/);
    const d = await startPracticeDesk(proxy.url, nextCode(), { verify: () => true });
    desk = d;
    d.line().start();
    await until(
      () => d.cityLog.messages.some((message) => message.kind === 'verdict'),
      'believing a forgery',
    );
  });

  it('[LC-15] forged reference data and leases are not taken', async () => {
    proxy.be('honest');
    const d = await startPracticeDesk(proxy.url, nextCode());
    desk = d;
    proxy.be('forged-signature', /reference|leases/);
    d.line().start();
    await until(() => proxy.timesStrange() >= 2, 'two forged replies');
    expect(d.line().status()).toMatchObject({ state: 'not-the-city', referenceVersion: 0 });
    proxy.be('forged-signature', /leases/);
    await until(() => proxy.timesStrange() >= 2, 'two forged leases');
    expect(d.leases().size).toBe(0);
  });

  it('[LC-16] Retry-After is kept', async () => {
    const d = await settledDesk();
    proxy.be('busy-503', /health/);
    await d.line().tryNow();
    const first = Date.parse(d.line().status().nextTryAt ?? '');
    expect(first - Date.now()).toBeGreaterThan(1500);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(proxy.timesStrange()).toBe(1);
  });

  it('[LC-17] a withdrawn desk is told apart from a dead line', async () => {
    const d = await settledDesk();
    await city.query('UPDATE desks SET withdrawn = true WHERE desk_id = $1', [d.enrolment.desk.deskId]);
    await d.receive();
    await until(() => d.line().status().state === 'city-refuses-desk', 'being refused');
    await city.query('UPDATE desks SET withdrawn = false WHERE desk_id = $1', [d.enrolment.desk.deskId]);
    await d.line().tryNow();
    await until(() => d.line().status().unsentDossiers === 0, 'all sent');
  });

  it('[LC-18] a name that does not resolve, no network at all, a closed port is a city that cannot be reached', async () => {
    const ports = { deskPublicKey: newDeskKey().publicKey, verify: verifyWords, hasNetwork: () => true };
    const noName = await enrol(ports, { cityUrl: 'https://thanh-pho.invalid', code: 'QUAY' });
    expect(noName).toMatchObject({ ok: false, failure: { code: 'no-name' } });
    const unplugged = { ...ports, hasNetwork: () => false };
    const noNetwork = await enrol(unplugged, { cityUrl: 'https://thanh-pho.invalid', code: 'QUAY' });
    expect(noNetwork).toMatchObject({ ok: false, failure: { code: 'no-network' } });
    const closed = await enrol(ports, { cityUrl: 'http://127.0.0.1:9', code: 'QUAY' });
    expect(closed).toMatchObject({ ok: false, failure: { code: 'city-unreachable' } });
    const open = await enrol(ports, { cityUrl: 'http://thanh-pho.vn', code: 'QUAY' });
    expect(open).toMatchObject({ ok: false, failure: { code: 'city-address-invalid' } });
  });

  it('[LC-19] enrolment: unknown, used and forged codes are told apart; the same key may ask again', async () => {
    const code = nextCode();
    const ports = (key = newDeskKey()) => ({
      deskPublicKey: key.publicKey,
      verify: verifyWords,
      hasNetwork: () => true,
    });
    const mine = ports();
    proxy.be('forged-signature', /enrolments/);
    expect(await enrol(mine, { cityUrl: proxy.url, code })).toMatchObject({
      failure: { code: 'not-the-city' },
    });
    proxy.be('portal-html', /enrolments/);
    expect(await enrol(mine, { cityUrl: proxy.url, code })).toMatchObject({
      failure: { code: 'captive-portal' },
    });
    proxy.be('honest');
    const first = await enrol(mine, { cityUrl: proxy.url, code });
    expect(first.ok).toBe(true);
    expect(await enrol(mine, { cityUrl: proxy.url, code })).toEqual(first);
    expect(await enrol(ports(), { cityUrl: proxy.url, code })).toMatchObject({
      failure: { code: 'enrolment-code-used' },
    });
    expect(await enrol(ports(), { cityUrl: proxy.url, code: 'KHONG-CO' })).toMatchObject({
      failure: { code: 'enrolment-code-unknown' },
    });
  });

  it('[LC-26] a feed that is answered at once with nothing is not asked in a frenzy', async () => {
    proxy.be('nothing-new', /feed/);
    const d = await startPracticeDesk(proxy.url, nextCode());
    desk = d;
    d.line().start();
    await until(() => proxy.timesStrange() >= 1, 'the first poll');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(proxy.timesStrange()).toBeLessThanOrEqual(4);
    const before = Date.now();
    await d.line().stop();
    expect(Date.now() - before).toBeLessThan(1000);
  });

  it('[LC-20] stop ends at once, whatever is going on, and nothing is sent afterwards', async () => {
    const d = await settledDesk();
    proxy.be('error-500', /events$/);
    await d.receive();
    await until(() => proxy.timesStrange() >= 1, 'a failure');
    const before = Date.now();
    const trying = d.line().tryNow();
    await d.line().stop();
    await trying;
    await d.line().tryNow();
    expect(Date.now() - before).toBeLessThan(1000);
    const met = proxy.timesStrange();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(proxy.timesStrange()).toBe(met);
  });
});

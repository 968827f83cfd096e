import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPinVerifier } from '../../../src/main/officers/verify-pin.ts';
import type { TriesStore } from '../../../src/main/officers/wrong-tries.ts';
import type { OfficerId } from '../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import { ha } from '../../shared/support/a-desk.ts';

const salt = Buffer.alloc(16, 3);
const cost = 1024;
const PIN = '135790';
const NOON = Date.parse('2026-11-20T05:00:00.000Z');

/** Outlives the program, as a sealed file does. */
function storeOfTries() {
  const kept: { value: unknown; saves: number } = { value: null, saves: 0 };
  const store: TriesStore = {
    load: async () => ok(kept.value),
    save: async (value) => {
      kept.value = structuredClone(value);
      kept.saves += 1;
      return ok(null);
    },
  };
  return { kept, store };
}

function verifierAt(
  validUntil = '2026-12-20T05:00:00.000Z',
  store: TriesStore = storeOfTries().store,
  clock = { ms: NOON },
) {
  const logged: string[] = [];
  const credential = {
    officer: ha,
    salt: salt.toString('base64url'),
    hash: scryptSync(PIN, salt, 32, { N: cost }).toString('base64url'),
    cost,
    validUntil,
  };
  const verify = createPinVerifier(
    (id) => (id === ha.officerId ? credential : undefined),
    () => clock.ms,
    store,
    (what) => logged.push(what),
  );
  const tell = async (pin: string, who: OfficerId = ha.officerId) => {
    const result = await verify(who, pin);
    return result.ok ? result.value.officerId : [result.failure.code, result.failure.facts];
  };
  return { clock, tell, logged };
}

describe('a PIN', () => {
  it('opens for its officer', async () => {
    expect(await verifierAt().tell(PIN)).toBe(ha.officerId);
  });

  it('[PIN-1] wrong five times makes a pause of a minute, also for the right one', async () => {
    const { clock, tell } = verifierAt();
    for (const left of [4, 3, 2, 1, 0]) expect(await tell('0000')).toEqual(['pin-wrong', { left }]);
    expect(await tell(PIN)).toEqual(['pin-paused', { seconds: 60 }]);
    clock.ms += 59_001;
    expect(await tell(PIN)).toEqual(['pin-paused', { seconds: 1 }]);
    clock.ms += 1_000;
    expect(await tell('0000')).toEqual(['pin-wrong', { left: 0 }]);
    expect(await tell(PIN)).toEqual(['pin-paused', { seconds: 60 }]);
    clock.ms += 60_001;
    expect(await tell(PIN)).toBe(ha.officerId);
    // Forgiven: the five are there again.
    expect(await tell('0000')).toEqual(['pin-wrong', { left: 4 }]);
  });

  it('[PIN-2] many wrong ones at the same moment are counted as many', async () => {
    const { tell } = verifierAt();
    const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => tell(String(1000 + n))));
    expect(tries.filter(([code]) => code === 'pin-wrong')).toHaveLength(5);
    expect(tries.filter(([code]) => code === 'pin-paused')).toHaveLength(7);
  });

  it('[PIN-4] a clock turned back does not make the pause longer', async () => {
    const { clock, tell } = verifierAt();
    for (let n = 0; n < 5; n += 1) await tell('0000');
    clock.ms -= 86_400_000;
    expect(await tell(PIN)).toEqual(['pin-paused', { seconds: 60 }]);
  });

  it('[PIN-7] is of no use after the credential’s time, nor when that time cannot be read', async () => {
    expect(await verifierAt('2026-11-20T04:59:59.000Z').tell(PIN)).toEqual(['credential-expired', undefined]);
    expect(await verifierAt('sometime').tell(PIN)).toEqual(['credential-expired', undefined]);
  });

  it('[PIN-7] an unknown officer is a wrong PIN: the answer does not tell who works here', async () => {
    expect(await verifierAt().tell(PIN, 'ai.do' as OfficerId)).toEqual(['pin-wrong', { left: 0 }]);
  });

  it('[PIN-3] wrong tries and the pause outlive the program; the right PIN forgives them for ever', async () => {
    const { store } = storeOfTries();
    const first = verifierAt(undefined, store);
    for (const left of [4, 3, 2]) expect(await first.tell('0000')).toEqual(['pin-wrong', { left }]);
    const second = verifierAt(undefined, store);
    for (const left of [1, 0]) expect(await second.tell('0000')).toEqual(['pin-wrong', { left }]);
    const third = verifierAt(undefined, store, { ms: NOON + 20_000 });
    expect(await third.tell(PIN)).toEqual(['pin-paused', { seconds: 40 }]);
    third.clock.ms += 40_001;
    expect(await third.tell(PIN)).toBe(ha.officerId);
    expect(await verifierAt(undefined, store).tell('0000')).toEqual(['pin-wrong', { left: 4 }]);
  });

  it('[PIN-3] a try that the power cuts off before its answer is counted', async () => {
    const { kept, store } = storeOfTries();
    const dying: TriesStore = {
      load: store.load,
      save: async (value) => {
        await store.save(value);
        return new Promise<never>(() => undefined);
      },
    };
    void verifierAt(undefined, dying).tell(PIN);
    await expect.poll(() => kept.saves).toBe(1);
    expect(await verifierAt(undefined, store).tell('0000')).toEqual(['pin-wrong', { left: 3 }]);
  });

  it.each([
    ['damaged', async () => fail('sealed-file-damaged', 'call-support')],
    ['something else', async () => ok(['many'])],
  ] as const)('[PIN-5] counts that are %s leave one try a minute until the PIN is right', async (_, load) => {
    const { store } = storeOfTries();
    const { tell, clock, logged } = verifierAt(undefined, { load, save: store.save });
    expect(await tell('0000')).toEqual(['pin-paused', { seconds: 60 }]);
    expect(logged).toEqual(['wrong tries not read']);
    clock.ms += 60_001;
    expect(await tell(PIN)).toBe(ha.officerId);
    expect(await tell('0000')).toEqual(['pin-wrong', { left: 4 }]);
  });

  it('[PIN-6] a disk that takes nothing locks nobody out, and tries are counted all the same', async () => {
    const full: TriesStore = {
      load: async () => ok(null),
      save: async () => fail('disk-full', 'officer-decides'),
    };
    const { tell, logged } = verifierAt(undefined, full);
    for (const left of [4, 3, 2, 1, 0]) expect(await tell('0000')).toEqual(['pin-wrong', { left }]);
    expect(await tell(PIN)).toEqual(['pin-paused', { seconds: 60 }]);
    expect(logged).toContain('wrong tries not kept');
    expect(await verifierAt(undefined, full).tell(PIN)).toBe(ha.officerId);
  });
});

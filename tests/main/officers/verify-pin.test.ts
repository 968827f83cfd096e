import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPinVerifier } from '../../../src/main/officers/verify-pin.ts';
import type { OfficerId } from '../../../src/shared/base/ids.ts';
import { ha } from '../../shared/support/a-desk.ts';

const salt = Buffer.alloc(16, 3);
const cost = 1024;
const PIN = '135790';
const NOON = Date.parse('2026-11-20T05:00:00.000Z');

function verifierAt(validUntil = '2026-12-20T05:00:00.000Z') {
  const clock = { ms: NOON };
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
  );
  const tell = async (pin: string, who: OfficerId = ha.officerId) => {
    const result = await verify(who, pin);
    return result.ok ? result.value.officerId : [result.failure.code, result.failure.facts];
  };
  return { clock, tell };
}

describe('a PIN', () => {
  it('opens for its officer', async () => {
    expect(await verifierAt().tell(PIN)).toBe(ha.officerId);
  });

  it('wrong five times makes a pause of a minute, also for the right one', async () => {
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

  it('many wrong ones at the same moment are counted as many', async () => {
    const { tell } = verifierAt();
    const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => tell(String(1000 + n))));
    expect(tries.filter(([code]) => code === 'pin-wrong')).toHaveLength(5);
    expect(tries.filter(([code]) => code === 'pin-paused')).toHaveLength(7);
  });

  it('a clock turned back does not make the pause longer', async () => {
    const { clock, tell } = verifierAt();
    for (let n = 0; n < 5; n += 1) await tell('0000');
    clock.ms -= 86_400_000;
    expect(await tell(PIN)).toEqual(['pin-paused', { seconds: 60 }]);
  });

  it('is of no use after the credential’s time, nor when that time cannot be read', async () => {
    expect(await verifierAt('2026-11-20T04:59:59.000Z').tell(PIN)).toEqual(['credential-expired', undefined]);
    expect(await verifierAt('sometime').tell(PIN)).toEqual(['credential-expired', undefined]);
  });

  it('an unknown officer is a wrong PIN: the answer does not tell who works here', async () => {
    expect(await verifierAt().tell(PIN, 'ai.do' as OfficerId)).toEqual(['pin-wrong', { left: 0 }]);
  });
});

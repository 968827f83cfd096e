import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { OfficerId } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { OfficerCredential } from '../../shared/contracts/city/reference.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import { keepWrongTries, type TriesStore } from './wrong-tries.ts';

const scryptAsync = promisify<string, Buffer, number, { N: number; maxmem: number }, Buffer>(scrypt);

const HASH_BYTES = 32;

/** Tries are slowed per officer so that a PIN cannot be guessed at the counter [PIN-1]: 5 wrong ones, then one a minute. */
const FREE_TRIES = 5;
const PAUSE_MS = 60_000;

export type PinVerifier = (officerId: OfficerId, pin: string) => Promise<Result<Officer, Failure>>;

/**
 * Checks a PIN against the city's time-limited credential (domain.md §4.3). `salt` and `hash` are base64url, `cost` is scrypt's N.
 * Wrong tries are kept in `store`, so that a restart gives no new ones.
 * Failures: `pin-wrong` {left}, `pin-paused` {seconds}, `credential-expired`, and `pin-wrong` for an officer that is not known.
 */
export function createPinVerifier(
  findCredential: (officerId: OfficerId) => OfficerCredential | undefined,
  nowMs: () => number,
  store: TriesStore,
  log: (what: string, facts: { readonly code: string }) => void,
): PinVerifier {
  const wrong = keepWrongTries(store, () => ({ count: FREE_TRIES, lastMs: nowMs() }), log);

  return async (officerId, pin) => {
    const credential = findCredential(officerId);
    if (credential === undefined) return fail('pin-wrong', 'officer-decides', { left: 0 });
    // Also when the date cannot be read: then nothing says that it is still good.
    if (!(Date.parse(credential.validUntil) >= nowMs())) return fail('credential-expired', 'call-support');

    await wrong.ready();
    const before = wrong.of(officerId) ?? { count: 0, lastMs: 0 };
    // A clock that was turned back must not make the pause longer.
    const waitMs = Math.min(PAUSE_MS, before.lastMs + PAUSE_MS - nowMs());
    if (before.count >= FREE_TRIES && waitMs > 0) {
      return fail('pin-paused', 'retry-later', { seconds: Math.ceil(waitMs / 1000) });
    }

    // Counted, and durable, before it is known: many tries at once are many tries, and so are those that a cut ends.
    const count = before.count + 1;
    await wrong.count(officerId, { count, lastMs: nowMs() });
    const expected = Buffer.from(credential.hash, 'base64url');
    const derived = await scryptAsync(pin, Buffer.from(credential.salt, 'base64url'), HASH_BYTES, {
      N: credential.cost,
      maxmem: 256 * credential.cost * 8,
    });
    if (expected.length !== derived.length || !timingSafeEqual(expected, derived)) {
      return fail('pin-wrong', 'officer-decides', { left: Math.max(0, FREE_TRIES - count) });
    }
    await wrong.forgive(officerId);
    return ok(credential.officer);
  };
}

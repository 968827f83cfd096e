import { verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { CityKey } from '../city-key.ts';
import { deskKeyOf } from '../routes/session.ts';

const wordOf = (deskId: string, { proof: _, ...lease }: NumberLease) => ({ lentTo: deskId, lease });

/** The block with the city's signature on it, by which it proves itself to a city that has forgotten it. */
export const proven = (key: CityKey, deskId: string, lease: NumberLease): NumberLease => ({
  ...lease,
  proof: key.say(wordOf(deskId, lease)).signature,
});

/** Whether the city with this key lent just this block to just this desk. */
export const isProven = (cityPublicKey: string, deskId: string, lease: NumberLease): boolean =>
  lease.proof !== undefined &&
  verify(
    null,
    Buffer.from(canonicalize(wordOf(deskId, lease)) ?? ''),
    deskKeyOf(cityPublicKey),
    Buffer.from(lease.proof, 'base64url'),
  );

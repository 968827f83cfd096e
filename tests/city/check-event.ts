import { createHash, type KeyObject, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventEnvelope, RefusalReason } from '../../src/shared/contracts/city/events.ts';

/** Whether an event, exactly as it came, is the desk's own and follows on `prev`; null when it is. */
export function checkEvent(
  event: EventEnvelope,
  expected: { readonly deskId: string; readonly deskKey: KeyObject; readonly prev: string },
): RefusalReason | null {
  if (event.desk !== expected.deskId) return 'wrong-desk';
  const { hash, signature, ...content } = event;
  const digest = createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest();
  if (digest.toString('hex') !== hash) return 'wrong-hash';
  if (!verify(null, digest, expected.deskKey, Buffer.from(signature, 'base64url'))) return 'wrong-signature';
  return event.prev === expected.prev ? null : 'chain-broken';
}

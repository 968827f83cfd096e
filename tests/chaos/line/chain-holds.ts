import { createHash, createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';

/** Seqs whose place, predecessor, hash or signature is not what it must be, worked out again with nothing of the desk's. */
export function findBrokenLinks(events: readonly DeskEvent[]): readonly number[] {
  const enrolled = events[0]?.fact;
  if (enrolled?.type !== 'desk-enrolled') return events.length === 0 ? [] : [1];
  const deskKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: enrolled.deskPublicKey },
    format: 'jwk',
  });
  return events
    .filter(({ hash, signature, ...content }, index) => {
      const digest = createHash('sha256')
        .update(canonicalize(content) ?? '')
        .digest();
      const inPlace =
        content.seq === index + 1 && content.prev === (events[index - 1]?.hash ?? '0'.repeat(64));
      const right = digest.toString('hex') === hash;
      return !(inPlace && right && verify(null, digest, deskKey, Buffer.from(signature, 'base64url')));
    })
    .map(({ seq }) => seq);
}

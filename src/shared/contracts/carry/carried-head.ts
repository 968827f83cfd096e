import { z } from 'zod';
import { DeskId } from '../../base/ids.ts';

/**
 * A file that is carried by hand between desk and city, on a USB stick:
 * `QMCCAR01`, length of the head (4, big-endian), the head (this JSON), then one stream of 64 KiB chunks, each sealed
 * (chunk-seal: AES-256-GCM, number and end bound in), with the key that only the receiver can unwrap. The whole head goes
 * into the derivation of that key: a head that was touched opens nothing.
 * Within the stream: records, each a length (4, big-endian) and JSON; a `page` record is followed by its bytes; the last
 * is `end` with the sender's signature over everything before it.
 */
export const CARRIED_FORMAT = 1;
export const MOST_HEAD_BYTES = 4096;
/** A batch of 200 events, or the whole reference data, is far below. */
export const MOST_RECORD_BYTES = 16 * 1024 * 1024;
export const MOST_PAGE_BYTES = 50 * 1024 * 1024;

export const CarriedHead = z.strictObject({
  format: z.literal(CARRIED_FORMAT),
  kind: z.enum(['unsent', 'reply']),
  /** Whose dossiers these are, in both directions. */
  deskId: DeskId,
  /** Of the export; a reply has that of the file that it answers. */
  carryId: z.uuid(),
  /** A large export is several files, each complete in itself. */
  part: z.int().min(1).max(999),
  /** First 16 hex digits of the SHA-256 of the receiver's public key. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** The content key for the receiver: compact JWE, ECDH-ES+A256KW on X25519, A256GCM. */
  wrapped: z.string().max(1500),
});
export type CarriedHead = Readonly<z.infer<typeof CarriedHead>>;

/** What the sender signs (Ed25519 over the RFC 8785 form): for a file that nobody else can have made. */
export const CarriedSeal = z.strictObject({
  purpose: z.literal('quay-mot-cua/carried-file/1'),
  kind: CarriedHead.shape.kind,
  deskId: DeskId,
  carryId: z.uuid(),
  part: z.int(),
  /** SHA-256 of the head as it stands in the file and of all records before `end`. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CarriedSeal = Readonly<z.infer<typeof CarriedSeal>>;

export const EndRecord = z.strictObject({
  type: z.literal('end'),
  statement: z.strictObject({ body: CarriedSeal, keyId: z.string(), signature: z.string() }),
});

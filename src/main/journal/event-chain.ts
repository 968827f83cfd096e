import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/base/canonical-json.ts';
import { NO_HASH, type Sha256 } from '../../shared/base/ids.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';

export type UnsealedEvent = Omit<DeskEvent, 'hash' | 'signature'>;

export const EMPTY_HEAD: LogHead = { seq: 0, hash: NO_HASH };

/** SHA-256 over the RFC 8785 form of everything but `hash` and `signature`; lower-case hexadecimal. */
export const eventHash = (event: UnsealedEvent): Sha256 =>
  createHash('sha256').update(canonicalJson(event), 'utf8').digest('hex') as Sha256; // 64 hex digits by construction

/** Adds hash and signature. `sign` takes the 32 bytes of the hash and gives base64url. */
export function sealEvent(event: UnsealedEvent, sign: (hash: Uint8Array) => string): DeskEvent {
  const hash = eventHash(event);
  return { ...event, hash, signature: sign(Buffer.from(hash, 'hex')) };
}

/** Does this event follow from `head`: next number, right `prev`, right hash? */
export function follows(head: LogHead, event: DeskEvent): boolean {
  if (event.seq !== head.seq + 1 || event.prev !== head.hash) return false;
  const { hash, signature: _signature, ...rest } = event;
  return hash === eventHash(rest);
}

/** Did the desk sign this event's hash? True without a `verify`. */
export const isSignedBy = (
  verify: ((hash: Uint8Array, signature: string) => boolean) | undefined,
  event: DeskEvent,
): boolean => verify === undefined || verify(Buffer.from(event.hash, 'hex'), event.signature);

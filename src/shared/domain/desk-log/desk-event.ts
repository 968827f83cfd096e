import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { CommandId, DeskId, EventId, OfficerId, Sha256 } from '../../base/ids.ts';
import { Fact } from './fact.ts';

/**
 * A fact as it stands in a desk's log: numbered without gaps from 1, chained and signed.
 * `hash` = SHA-256 over the RFC 8785 form of everything but `hash` and `signature`;
 * `prev` = hash of seq-1 (64 zeros for the first); `signature` = Ed25519 of the desk over the 32 bytes of `hash`, base64url.
 * `by` is null for what the desk itself did (a lease fetched). `at` is the desk's wall clock and orders nothing.
 */
export const DeskEvent = z.object({
  id: EventId,
  desk: DeskId,
  seq: z.int().min(1),
  prev: Sha256,
  at: Instant,
  by: OfficerId.nullable(),
  command: CommandId,
  fact: Fact,
  hash: Sha256,
  signature: z.string(),
});
export type DeskEvent = Readonly<z.infer<typeof DeskEvent>>;

/** Last event of a log; seq 0 and 64 zeros when there is none. */
export const LogHead = z.object({ seq: z.int().min(0), hash: Sha256 });
export type LogHead = Readonly<z.infer<typeof LogHead>>;

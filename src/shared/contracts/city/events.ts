import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DeskId, DossierId, Sha256 } from '../../base/ids.ts';
import { DeskEvent } from '../../domain/desk-log/desk-event.ts';
import { signedStatement } from './signed-statement.ts';

/** `POST /v1/desks/{desk}/events`: in order, without gaps, from a seq the city asks for or already has. */
export const EventBatch = z.object({ events: z.array(DeskEvent).min(1).max(200) });

/** One verdict a seq. Always in a 2xx reply, so that one bad dossier never blocks the rest. */
export const Verdict = z.object({
  deskId: DeskId,
  seq: z.int().min(1),
  hash: Sha256,
  outcome: z.enum(['accepted', 'refused']),
  reasonCode: z.string(),
  reason: z.string(),
  at: Instant,
});
export type Verdict = z.infer<typeof Verdict>;
export const VerdictStatement = signedStatement(Verdict);

/** `nextSeq`: what the city expects next; `gap`: it misses earlier ones and took nothing. */
export const EventBatchReply = z.object({
  verdicts: z.array(VerdictStatement),
  nextSeq: z.int().min(1),
  gap: z.boolean(),
});

/** What the city tells the desk of its own accord, in the city's order (`cursor` grows by one). */
export const CityEvent = z.object({
  deskId: DeskId,
  cursor: z.int().min(1),
  at: Instant,
  what: z.discriminatedUnion('type', [
    /** Facts and every page, each with the right hash, are in the city's database. */
    z.object({
      type: z.literal('dossier-complete'),
      dossierId: DossierId,
      seq: z.int(),
      pages: z.array(Sha256),
    }),
    z.object({ type: z.literal('pages-wanted'), dossierId: DossierId, pages: z.array(Sha256) }),
    z.object({ type: z.literal('reference-changed'), version: z.int() }),
  ]),
});
export type CityEvent = z.infer<typeof CityEvent>;
export const CityEventStatement = signedStatement(CityEvent);

/** `GET /v1/desks/{desk}/feed?after=&waitMs=`: long poll. */
export const FeedReply = z.object({ events: z.array(CityEventStatement), last: z.int().min(0) });

/** The desk's durable record of everything the city said and signed, in the order it was heard. */
export const CityMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verdict'), statement: VerdictStatement }),
  z.object({ kind: z.literal('city-event'), statement: CityEventStatement }),
]);
export type CityMessage = z.infer<typeof CityMessage>;

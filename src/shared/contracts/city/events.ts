import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DeskId, DossierId, Sha256 } from '../../base/ids.ts';
import { DeskEvent } from '../../domain/desk-log/desk-event.ts';
import { CityConflict } from '../../domain/dossier/city-conflict.ts';
import { signedStatement } from './signed-statement.ts';

/**
 * `POST /v1/desks/{desk}/events`, gzip: in order, without gaps, from a seq the city asks for or already has.
 * Hashes and signatures are checked over the JSON as it came, before any parsing that could leave something out.
 */
export const EventBatch = z.object({ events: z.array(DeskEvent).min(1).max(200) });

/**
 * What the city needs of an event to place it in the log. The rest is judged event by event, so that one that the
 * city cannot read gets its own verdict and does not spoil its batch.
 */
export const EventEnvelope = z.looseObject({
  desk: z.string(),
  seq: z.int().min(1),
  prev: Sha256,
  hash: Sha256,
  signature: z.string(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;
export const EnvelopeBatch = z.object({ events: z.array(EventEnvelope).min(1).max(200) });

/**
 * One verdict a seq, always in a 2xx reply, so that one bad dossier never blocks the rest. The same (desk, seq, hash)
 * again → the same verdict. `reasonCode` is '' when accepted, else one of `RefusalReason` (a city may have more).
 */
export const RefusalReason = z.enum([
  'seq-conflict',
  'wrong-desk',
  'wrong-hash',
  'wrong-signature',
  'chain-broken',
  'malformed',
  'desk-differs',
  'officer-unknown',
  'procedure-unknown',
  'lease-unknown',
  'lease-differs',
  'number-outside-lease',
  'number-used',
  'code-differs',
  'dossier-known',
  'dossier-unknown',
  'total-differs',
  'already-issued',
  'status-forbids',
  'four-eyes',
  'cannot-store',
  'conflict-unknown',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

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

/**
 * `nextSeq`: what the city expects next; `gap`: it misses earlier ones and took nothing (then `nextSeq` is smaller
 * than the batch's first; smaller than what the desk has verdicts for means the city lost some: they are sent again).
 */
export const EventBatchReply = z.object({
  verdicts: z.array(VerdictStatement),
  nextSeq: z.int().min(1),
  gap: z.boolean(),
});

/** What the city tells of its own accord. */
export const CityEventWhat = z.discriminatedUnion('type', [
  /** Facts and every page, each with the right hash, are in the city's database. */
  z.object({
    type: z.literal('dossier-complete'),
    dossierId: DossierId,
    seq: z.int(),
    pages: z.array(Sha256),
  }),
  z.object({ type: z.literal('pages-wanted'), dossierId: DossierId, pages: z.array(Sha256) }),
  z.object({ type: z.literal('reference-changed'), version: z.int() }),
  /** Withdrawn, changed at the city, the same citizen elsewhere: an officer decides (`conflict-resolved`). */
  ...CityConflict.options,
  /** Never sent: what this version makes of a word it does not know. */
  z.object({ type: z.literal('not-understood') }),
]);

/**
 * Told to the desk in the city's order (`cursor` grows by one). A word of a newer city that this version does not
 * understand keeps its place and holds up none of those behind it.
 */
export const CityEvent = z.object({
  deskId: DeskId,
  cursor: z.int().min(1),
  at: Instant,
  what: CityEventWhat.catch({ type: 'not-understood' }),
});
export type CityEvent = z.infer<typeof CityEvent>;
export const CityEventStatement = signedStatement(CityEvent);

/**
 * `GET /v1/desks/{desk}/feed?after=&word=&waitMs=`: long poll; at most 200 events a reply; `last` is the newest cursor
 * there is. `word` is the signature of the word that the desk heard under cursor `after`, `afterWord` that of the one that
 * the city has there now, '' for none: where they differ the city was put back to an older state and has said others
 * since, and it answers at once. `nextSeq` is the seq after the last event that the city has of this desk: many facts make
 * no word, so one that lost them agrees in all its words. A city of an older version says neither; desks are not brought up
 * to date in the same minute.
 */
export const FeedReply = z.object({
  events: z.array(CityEventStatement),
  last: z.int().min(0),
  afterWord: z.string().optional(),
  nextSeq: z.int().min(1).optional(),
});

/** The desk's durable record of everything the city said and signed, in the order it was heard. */
export const CityMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verdict'), statement: VerdictStatement }),
  z.object({ kind: z.literal('city-event'), statement: CityEventStatement }),
]);
export type CityMessage = z.infer<typeof CityMessage>;

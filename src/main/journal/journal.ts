import type { z } from 'zod';
import type { Instant } from '../../shared/base/dates.ts';
import type { CommandId, DeskId, EventId, OfficerId } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { EventPage as EventPageSchema } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { follows, isSignedBy, sealEvent } from './event-chain.ts';
import type { JournalIndex } from './journal-index.ts';
import type { SealedLog } from './sealed-log.ts';

export type EventPage = z.infer<typeof EventPageSchema>;

export type AppendOrder = {
  /** The head that the decision was made on. */
  readonly expectedHead: LogHead;
  readonly command: CommandId;
  /** null for what the desk itself did. */
  readonly by: OfficerId | null;
  readonly facts: readonly Fact[];
  /** The desk's wall clock when the command was given; `now()` when left out. */
  readonly at?: Instant;
};

export type JournalAppendFailure =
  | DiskFailure
  | Failure<'head-moved'>
  | Failure<'journal-closed'>
  | Failure<'journal-damaged'>
  | Failure<'commit-too-large'>
  | Failure<'desk-not-enrolled'>;

export type TakeFailure =
  | DiskFailure
  | Failure<'journal-closed' | 'journal-damaged' | 'events-do-not-follow'>;

export type Journal = {
  /**
   * The only way facts are made. Resolves ok only after the events are flushed to the disk. The same command again
   * gives the events it made the first time, whatever the head. `head-moved` carries the true head in its facts.
   */
  readonly append: (order: AppendOrder) => Promise<Result<EventPage, JournalAppendFailure>>;
  /** At most `limit` events after `afterSeq`, in order. `journal-damaged` when a record no longer reads whole. */
  readonly read: (range: {
    readonly afterSeq: number;
    readonly limit: number;
  }) => Promise<Result<EventPage, DiskFailure | Failure<'journal-damaged'>>>;
  /**
   * Takes events that this very desk made and this log lacks (from the journal into its backup, from the backup or the
   * city into a journal): each must follow from the head and carry the desk's signature, else `events-do-not-follow` and
   * nothing of the call is taken. Events at or before the head are passed over. One flush; whole commits stay whole
   * when they come whole.
   */
  readonly take: (events: readonly DeskEvent[]) => Promise<Result<EventPage, TakeFailure>>;
  readonly head: () => LogHead;
  /** Takes nothing more until it is repaired. */
  readonly damaged: boolean;
  /** Called after every commit, when it is durable. Returns a function that stops it. */
  readonly subscribe: (listener: (page: EventPage) => void) => () => void;
  /** Events behind damage that still open; they are in no state and wait for support. */
  readonly salvaged: readonly DeskEvent[];
  readonly close: () => Promise<void>;
};

export type JournalPorts = {
  readonly sign: (hash: Uint8Array) => string;
  readonly now: () => Instant;
  /** UUIDv7. */
  readonly newId: () => string;
  /** Checks a signature of this desk over the 32 bytes of a hash. Left out, signatures are not checked. */
  readonly verify?: (hash: Uint8Array, signature: string) => boolean;
};

export const parseCommit = (payload: Buffer): DeskEvent[] =>
  // Sealed and authenticated by this desk, and parsed by zod before it was written.
  JSON.parse(payload.toString('utf8')) as DeskEvent[];

/** Runs of events that one command made, in order. */
function commitsOf(events: readonly DeskEvent[]): readonly DeskEvent[][] {
  const commits: DeskEvent[][] = [];
  for (const event of events) {
    const last = commits.at(-1);
    if (last?.[0]?.command === event.command) last.push(event);
    else commits.push([event]);
  }
  return commits;
}

/** The journal over an opened log; `index` knows what the log holds. */
export function startJournal(
  log: SealedLog,
  index: JournalIndex,
  salvaged: readonly DeskEvent[],
  { sign, now, newId, verify }: JournalPorts,
): Journal {
  const locked = oneAtATime();
  const listeners = new Set<(page: EventPage) => void>();
  let closed = false;

  function makeEvents(order: AppendOrder, desk: DeskId): DeskEvent[] {
    const at = order.at ?? now();
    let { seq, hash: prev } = index.head();
    return order.facts.map((fact) => {
      seq += 1;
      const id = newId() as EventId; // handed in as UUIDv7
      const event = sealEvent({ id, desk, seq, prev, at, by: order.by, command: order.command, fact }, sign);
      prev = event.hash;
      return event;
    });
  }

  async function commit(order: AppendOrder): Promise<Result<EventPage, JournalAppendFailure>> {
    const done = index.findCommand(order.command);
    if (done !== null) {
      const payload = await log.readRecord(done.place);
      if (payload === null) return fail('journal-damaged', 'call-support', { seq: done.firstSeq });
      return ok({ events: parseCommit(payload), head: index.head() });
    }
    if (log.damaged) return fail('journal-damaged', 'call-support', { seq: index.head().seq });
    if (closed) return fail('journal-closed', 'call-support');
    const head = index.head();
    if (order.expectedHead.seq !== head.seq || order.expectedHead.hash !== head.hash) {
      return fail('head-moved', 'retry-later', { seq: head.seq, hash: head.hash });
    }
    const desk = index.desk() ?? order.facts.find((fact) => fact.type === 'desk-enrolled')?.desk.deskId;
    if (desk === undefined) return fail('desk-not-enrolled', 'call-support');
    const events = makeEvents(order, desk);
    const written = await log.append(Buffer.from(JSON.stringify(events), 'utf8'));
    if (!written.ok) {
      if (written.failure.code === 'log-closed') return fail('journal-closed', 'call-support');
      if (written.failure.code === 'record-too-large') {
        return fail('commit-too-large', 'call-support', written.failure.facts);
      }
      return { ok: false, failure: written.failure };
    }
    index.add(events, written.value);
    return ok({ events, head: index.head() });
  }

  async function take(offered: readonly DeskEvent[]): Promise<Result<EventPage, TakeFailure>> {
    if (log.damaged) return fail('journal-damaged', 'call-support', { seq: index.head().seq });
    if (closed) return fail('journal-closed', 'call-support');
    const events = offered.filter(({ seq }) => seq > index.head().seq);
    let head = index.head();
    for (const event of events) {
      const ours = index.desk() === null || event.desk === index.desk();
      if (!ours || !follows(head, event) || !isSignedBy(verify, event)) {
        return fail('events-do-not-follow', 'call-support', { seq: event.seq });
      }
      head = { seq: event.seq, hash: event.hash };
    }
    const commits = commitsOf(events);
    if (commits.length === 0) return ok({ events: [], head });
    const written = await log.appendAll(commits.map((commit) => Buffer.from(JSON.stringify(commit), 'utf8')));
    if (!written.ok) {
      // Some records may lie there unflushed: what is durable is found out at the next opening.
      closed = true;
      const { failure } = written;
      if (failure.code === 'disk-full' || failure.code === 'disk-error') return { ok: false, failure };
      return fail('journal-closed', 'call-support');
    }
    for (const [at, commit] of commits.entries()) {
      const place = written.value[at];
      if (place !== undefined) index.add(commit, place);
    }
    return ok({ events, head: index.head() });
  }

  return {
    salvaged,
    damaged: log.damaged,
    head: index.head,
    take: async (events) => {
      const taken = await locked(() => take(events).catch(diskFailure));
      if (taken.ok && taken.value.events.length > 0) for (const listener of listeners) listener(taken.value);
      return taken;
    },
    append: async (order) => {
      if (order.facts.length === 0) throw new Error('a commit has at least one fact');
      const before = index.head().seq;
      const result = await locked(() => commit(order).catch(diskFailure));
      if (result.ok && (result.value.events.at(-1)?.seq ?? 0) > before) {
        for (const listener of listeners) listener(result.value);
      }
      return result;
    },
    read: async ({ afterSeq, limit }) => {
      // The head of the same moment as the events: a page never claims more than was durable when it was asked for.
      const head = index.head();
      const events: DeskEvent[] = [];
      try {
        for (const commitAt of index.from(afterSeq + 1)) {
          if (events.length >= limit || commitAt.firstSeq > head.seq) break;
          const payload = await log.readRecord(commitAt.place);
          if (payload === null) return fail('journal-damaged', 'call-support', { seq: commitAt.firstSeq });
          events.push(...parseCommit(payload).filter((event) => event.seq > afterSeq));
        }
      } catch (thrown) {
        return diskFailure(thrown);
      }
      return ok({ events: events.slice(0, limit), head });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      locked(async () => {
        closed = true;
        await log.close();
      }),
  };
}

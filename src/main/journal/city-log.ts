import { createSecretKey } from 'node:crypto';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { CityMessage } from '../../shared/contracts/city/events.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import type { RecordPlace } from './load-segments.ts';
import type { LogFile } from './log-file.ts';
import { openSealedLog } from './sealed-log.ts';

export type HeardMessage = { readonly position: number; readonly message: CityMessage };

/** Everything the city said and signed, in the order it was heard. Positions only grow; they may have gaps. */
export type CityLog = {
  /**
   * Keeps what is new among the messages (a verdict is known by seq, hash and signature, a city event by its cursor and
   * signature: a city put back to an older state judges anew and says new words under old cursors) and gives the positions of all of
   * them, the first one where a message was heard before. Durable when it resolves ok. The messages
   * are kept as they are: signatures were checked, and shapes parsed, by the line.
   */
  readonly append: (
    messages: readonly CityMessage[],
  ) => Promise<
    Result<
      { readonly positions: readonly number[]; readonly last: number },
      DiskFailure | Failure<'log-closed'>
    >
  >;
  /** At most `limit` messages behind position `after`; `last` is the newest position of all. */
  readonly read: (range: {
    readonly after: number;
    readonly limit: number;
  }) => Promise<
    Result<{ messages: HeardMessage[]; last: number }, DiskFailure | Failure<'city-log-damaged'>>
  >;
  readonly last: () => number;
  /**
   * Ask the feed for what comes after this: the highest cursor below which none is missing. A new word under an old
   * cursor takes it back to there: what was heard behind it is of a time that the city no longer knows.
   */
  readonly gaplessCursor: () => number;
  /** Lowest seq of the desk's own events that has no verdict yet: send from here. */
  readonly nextUnansweredSeq: () => number;
  readonly subscribe: (listener: (last: number) => void) => () => void;
  readonly close: () => Promise<void>;
};

type Place = { readonly first: number; readonly count: number; readonly place: RecordPlace };
type Batch = { readonly first: number; readonly messages: readonly CityMessage[] };

const EIGHT_MIB = 8 * 1024 * 1024;
/** More messages than a segment holds: after damage no position is given twice, whatever was lost. */
const POSITIONS_SKIPPED_AFTER_DAMAGE = 100_000;
/** Keeps a record well below its limit; a message has about 500 bytes. */
const MESSAGES_IN_A_RECORD = 200;

const keyOf = (message: CityMessage): string =>
  message.kind === 'verdict'
    ? `verdict ${message.statement.body.seq} ${message.statement.body.hash} ${message.statement.signature}`
    : `event ${message.statement.body.cursor} ${message.statement.signature}`;

/** Follows which whole numbers from 1 on have been seen, and gives the highest without a gap before it. */
function gaplessCount(): {
  readonly see: (number: number) => void;
  readonly goBackTo: (number: number) => void;
  readonly upTo: () => number;
} {
  let upTo = 0;
  const beyond = new Set<number>();
  return {
    see: (number) => {
      if (number > upTo) beyond.add(number);
      while (beyond.delete(upTo + 1)) upTo += 1;
    },
    goBackTo: (number) => {
      beyond.clear();
      upTo = number;
    },
    upTo: () => upTo,
  };
}

/**
 * Opens the log of the city's words. `key`: 32 bytes derived for it alone. Damage is set aside and the log goes on:
 * what is missing shows in `gaplessCursor` and `nextUnansweredSeq` and is asked for again.
 * `profile-newer`: a newer program wrote here, and nothing was changed [JR-22].
 * Findings: `city-log-tail-cut` (told), `city-log-damaged` (look), `city-log-witness-lost` (look).
 */
export async function openCityLog(options: {
  readonly dir: string;
  readonly key: Uint8Array;
  readonly segmentBytes?: number;
  /** `farDisk` for a copy on a share; the desk's own disk when left out. */
  readonly file?: LogFile;
  /** Given everything that is there while it is opened, with its first position, in the order in which `read` gives it. */
  readonly onFound?: (messages: readonly CityMessage[], first: number) => void;
}): Promise<
  Result<
    { readonly cityLog: CityLog; readonly findings: readonly StartNotice[] },
    DiskFailure | Failure<'city-log-key-wrong'> | Failure<'profile-newer'>
  >
> {
  /** By position; the empty batch after damage holds none. */
  const places: Place[] = [];
  const positionOf = new Map<string, number>();
  const cursors = gaplessCount();
  const verdicts = gaplessCount();
  const listeners = new Set<(last: number) => void>();
  const locked = oneAtATime();
  let last = 0;

  function learn({ first, messages }: Batch, place: RecordPlace): void {
    places.push({ first, count: messages.length, place });
    for (const [offset, message] of messages.entries()) {
      positionOf.set(keyOf(message), first + offset);
      if (message.kind === 'verdict') verdicts.see(message.statement.body.seq);
      else {
        const { cursor } = message.statement.body;
        if (cursor <= cursors.upTo()) cursors.goBackTo(cursor);
        else cursors.see(cursor);
      }
    }
    last = Math.max(last, first + messages.length - 1);
  }

  function find(batch: Batch, place: RecordPlace): void {
    learn(batch, place);
    options.onFound?.(batch.messages, batch.first);
  }

  /** Index of the first batch that holds a position behind this one: positions only grow, so halving finds it. */
  function placeBehind(after: number): number {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { first, count } = places[middle] as Place;
      if (first + count - 1 <= after) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Sealed and authenticated by this desk, and parsed by zod before it was written.
  const parseBatch = (payload: Buffer): Batch => JSON.parse(payload.toString('utf8')) as Batch;

  const opened = await openSealedLog({
    dir: options.dir,
    key: createSecretKey(options.key),
    stream: 'city-log',
    segmentBytes: options.segmentBytes ?? EIGHT_MIB,
    ...(options.file === undefined ? {} : { file: options.file }),
    afterDamage: 'set-aside',
    accept: (payload, place) => {
      const batch = parseBatch(payload);
      if (batch.messages.some(({ kind }) => kind !== 'verdict' && kind !== 'city-event')) return 'newer';
      find(batch, place);
      return true;
    },
    acceptSalvaged: (payload, place) => find(parseBatch(payload), place),
  });
  if (!opened.ok) {
    const { failure } = opened;
    return failure.code === 'log-key-wrong'
      ? fail('city-log-key-wrong', 'call-support')
      : { ok: false, failure };
  }
  const { log, findings } = opened.value;
  if (log.damaged) {
    // Written down as an empty batch, so that the next start does not give the skipped positions again either.
    const batch: Batch = { first: last + 1 + POSITIONS_SKIPPED_AFTER_DAMAGE, messages: [] };
    const written = await log.append(Buffer.from(JSON.stringify(batch), 'utf8'));
    if (written.ok) learn(batch, written.value);
    else if (written.failure.code === 'disk-full' || written.failure.code === 'disk-error') {
      return { ok: false, failure: written.failure };
    }
  }

  async function keep(messages: readonly CityMessage[]) {
    const fresh = new Map<string, CityMessage>();
    for (const message of messages) {
      const key = keyOf(message);
      if (!positionOf.has(key) && !fresh.has(key)) fresh.set(key, message);
    }
    const waiting = [...fresh.values()];
    for (let from = 0; from < waiting.length; from += MESSAGES_IN_A_RECORD) {
      const batch = { first: last + 1, messages: waiting.slice(from, from + MESSAGES_IN_A_RECORD) };
      const written = await log.append(Buffer.from(JSON.stringify(batch), 'utf8'));
      if (!written.ok) {
        const { failure } = written;
        if (failure.code === 'record-too-large') throw new Error('the city said more than a record holds');
        return { ok: false as const, failure };
      }
      learn(batch, written.value);
    }
    const positions = messages.map((message) => positionOf.get(keyOf(message)) ?? 0);
    return ok({ positions, last });
  }

  const cityLog: CityLog = {
    append: async (messages) => {
      const before = last;
      const kept = await locked(() => keep(messages));
      if (last > before) for (const listener of listeners) listener(last);
      return kept;
    },
    read: async ({ after, limit }) => {
      const messages: HeardMessage[] = [];
      const upTo = last;
      try {
        for (let at = placeBehind(after); at < places.length && messages.length < limit; at += 1) {
          const { first, place } = places[at] as Place;
          const payload = await log.readRecord(place);
          if (payload === null) return fail('city-log-damaged', 'call-support', { position: first });
          for (const [offset, message] of parseBatch(payload).messages.entries()) {
            if (first + offset > after) messages.push({ position: first + offset, message });
          }
        }
      } catch (thrown) {
        return diskFailure(thrown);
      }
      return ok({ messages: messages.slice(0, limit), last: upTo });
    },
    last: () => last,
    gaplessCursor: cursors.upTo,
    nextUnansweredSeq: () => verdicts.upTo() + 1,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => locked(log.close),
  };
  return ok({ cityLog, findings });
}

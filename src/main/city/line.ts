import type { LineLimits } from '../../shared/contracts/bridge/line-limits.ts';
import type { LineOutbox } from '../../shared/contracts/bridge/line-outbox.ts';
import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { createAllowance } from './allowance.ts';
import { pauseAfter } from './backoff.ts';
import { type CarriedSide, createCarriedSide } from './carried-side.ts';
import { createCitySilence } from './city-silence.ts';
import { deskTrouble } from './desk-trouble.ts';
import { createEventSending } from './event-sending.ts';
import { createFeedFollowing } from './feed-following.ts';
import { createFeedListening } from './feed-listening.ts';
import { createLeaseKeeping } from './lease-keeping.ts';
import { openConnection } from './line-connection.ts';
import { type Answer, type LineFault, stateOf } from './line-fault.ts';
import { createLineStanding } from './line-standing.ts';
import { createLineWork, type LineWork } from './line-work.ts';
import { listOutbox } from './outbox.ts';
import { createOutstanding } from './outstanding.ts';
import { createPageQuestion } from './page-question.ts';
import { createPageRunning } from './page-running.ts';
import { createPageSending } from './page-sending.ts';
import { createPause } from './pause.ts';
import type { LinePorts } from './ports.ts';
import { createRate } from './rate.ts';
import { openReferenceCopy } from './reference-copy.ts';
import { tellOutstanding } from './tell-outstanding.ts';
import { createWaitingPages } from './waiting-pages.ts';

/** While all is quiet the feed notices a dead line; this is for what it cannot see. */
const HEARTBEAT_MS = 30_000;
/** Faults after which a connection that is still open may lead nowhere. */
const CUT_OFF = new Set<LineFault['kind']>(['no-network', 'no-name', 'city-unreachable']);

export type Line = {
  readonly start: () => void;
  /** Resolves when nothing runs any more; no timer and no request is left. */
  readonly stop: () => Promise<void>;
  readonly status: () => LineStatus;
  /** Ends a pause; resolves after the try. */
  readonly tryNow: () => Promise<LineStatus>;
  /** The machine slept: connections that look open lead nowhere, and what is good for a day may be old. */
  readonly afterSleep: () => void;
  readonly onStatus: (listener: (status: LineStatus) => void) => () => void;
  /** Each dossier that the city does not hold whole: when it will, or why that cannot be said. */
  readonly outbox: () => LineOutbox;
  readonly limits: () => LineLimits;
  /** Durable when it resolves; rejects when the store cannot keep it. */
  readonly changeLimits: (limits: LineLimits) => Promise<void>;
  /** What goes by hand, and what comes back so; null until the logs are read. */
  readonly carried: () => CarriedSide | null;
};

/**
 * The desk's line to the city. One loop: health, session, facts, reference, numbers ahead; beside it the pages and the
 * feed. It starts by itself when the line comes back, and its place is always read from the city log, never remembered
 * apart.
 */
export function createLine(ports: LinePorts): Line {
  const stopping = new AbortController();
  const { signal } = stopping;
  const nowMs = () => ports.now().getTime();
  const outstanding = ports.read?.outstanding ?? createOutstanding();
  const rate = createRate(() => performance.now());
  const allowance = createAllowance(ports);
  const waiting = createWaitingPages(nowMs);
  const pause = createPause();
  const connection = openConnection(ports, signal, (sent, received) => allowance.spend(sent + received));
  const { route, session, answerTimes, authorized } = connection;
  const standing = createLineStanding({ now: ports.now, outstanding, rate, allowance, answerTimes });
  const leaseKeeping = createLeaseKeeping(ports, authorized);
  const askPages = createPageQuestion(ports, authorized);
  const silence = createCitySilence({ outstanding, askPages, nowMs, log: ports.log });
  const sendEvents = createEventSending(ports, authorized, outstanding, rate);
  let sendingFacts: Promise<Answer<null>> | null = null;
  const sendFacts = (): Promise<Answer<null>> => {
    sendingFacts ??= sendEvents(standing.heard).finally(() => {
      sendingFacts = null;
    });
    return sendingFacts;
  };
  const pages = createPageRunning({
    ports,
    signal,
    pages: createPageSending({
      ...{ ports, session, exchange: connection.exchange, askPages, outstanding, waiting, rate, allowance },
      signal,
      factsFirst: sendFacts,
      onProgress: standing.changed,
    }),
    onEnd: (fault) => {
      if (fault !== null) work?.healthIsDue();
      pause.wake();
    },
  });
  const feed = createFeedFollowing({
    ports,
    signal,
    listen: createFeedListening(ports, authorized, outstanding),
    onWords: (words) => {
      standing.heard();
      if (words !== 'city-put-back' && words.some(({ what }) => what.type === 'reference-changed'))
        work?.referenceIsDue();
      pause.wake();
    },
    onFailed: () => {
      work?.healthIsDue();
      pause.wake();
    },
  });

  let work: LineWork | null = null;
  let running: Promise<void> | null = null;
  let roundWentWell = false;
  /** What this desk itself could not do in the last round. */
  let ownTrouble: LineFault | null = null;
  const triesDone: (() => void)[] = [];
  let ended = false;
  let carried: CarriedSide | null = null;

  /** Until something is to be done again, when nobody wakes the loop before. */
  function restMs(): number {
    const wanted = new Set(outstanding.pages().map(({ sha256 }) => sha256));
    const momentsMs = [
      waiting.nextTryMs(wanted),
      silence.nextTryMs(),
      wanted.size === 0 ? null : (allowance.roomForPages().held?.untilMs ?? null),
    ];
    // Made while the round was at something else: the next one is at once.
    if (outstanding.factsWait()) momentsMs.push(nowMs());
    const rests = momentsMs.map((momentMs) => (momentMs === null ? null : momentMs - nowMs()));
    const all = [HEARTBEAT_MS, feed.restsForMs(), pages.restsForMs(), ...rests];
    return Math.max(50, Math.min(...all.filter((ms) => ms !== null)));
  }

  /** By both logs; a disk that does not read now is tried again, and meanwhile nothing is sent and nothing called sent. */
  async function findPlace(): Promise<void> {
    for (let failures = 1; !signal.aborted; failures += 1) {
      const told = await tellOutstanding(ports, outstanding, ports.read?.heardUpTo ?? 0).catch(
        (defect: unknown) => deskTrouble(ports.log, defect),
      );
      if (told.ok) return;
      const waitMs = pauseAfter(told.fault, failures, ports.random);
      standing.fail(stateOf(told.fault), waitMs);
      for (const tell of triesDone.splice(0)) tell();
      await pause.wait(waitMs);
    }
  }

  async function prepare(): Promise<LineWork> {
    // Heard from the first moment on: what is made while the logs are read would be missed, and its pages with it.
    const early: DeskEvent[] = [];
    let take = (events: readonly DeskEvent[]): void => void early.push(...events);
    const unsubscribe = ports.journal.subscribe(({ events }) => {
      take(events);
      standing.changed();
      if (roundWentWell) pause.wake();
    });
    signal.addEventListener('abort', unsubscribe);
    await findPlace();
    outstanding.addEvents(early);
    take = outstanding.addEvents;
    await allowance.read();
    const reference = await openReferenceCopy(ports, authorized);
    standing.referenceVersion(reference.current()?.version ?? 0);
    carried = createCarriedSide(ports, outstanding, leaseKeeping, reference, standing.changed);
    return createLineWork({
      ...{ route, session, reference, leaseKeeping, sendFacts, feed, pages, silence, outstanding, standing },
      answerTimes,
      ownTrouble: () => ownTrouble,
    });
  }

  /** One round and what the screen is told of it; gives the pause until the next. */
  async function round(made: LineWork, failures: number): Promise<{ waitMs: number; failures: number }> {
    const fault = await made.round().catch((defect: unknown) => deskTrouble(ports.log, defect).fault);
    if (signal.aborted) return { waitMs: 0, failures };
    ownTrouble = fault?.kind === 'desk-trouble' ? fault : null;
    roundWentWell = fault === null;
    if (fault === null) {
      standing.move(made.restingState());
      if (answerTimes.isSlow()) made.healthIsDue();
      return { waitMs: restMs(), failures: 0 };
    }
    made.healthIsDue();
    if (CUT_OFF.has(fault.kind)) route.startAfresh();
    const waitMs = pauseAfter(fault, failures + 1, ports.random);
    ports.log('line-failed', { kind: fault.kind, code: fault.code, failures: failures + 1 });
    standing.fail(stateOf(fault), waitMs);
    return { waitMs, failures: failures + 1 };
  }

  async function run(): Promise<void> {
    const made = await prepare();
    work = made;
    let failures = 0;
    while (!signal.aborted) {
      // Only tries that were asked for before this one began are answered by it; `end` answers the rest.
      const askedBefore = triesDone.length;
      const done = await round(made, failures);
      if (signal.aborted) break;
      failures = done.failures;
      for (const tell of triesDone.splice(0, askedBefore)) tell();
      const started = nowMs();
      await pause.wait(done.waitMs);
      if (Math.abs(nowMs() - started) >= HEARTBEAT_MS) {
        made.healthIsDue();
        made.referenceIsDue();
      }
    }
    await feed.stop();
    await pages.stop();
    route.startAfresh();
  }

  const end = (): void => {
    ended = true;
    for (const tell of triesDone.splice(0)) tell();
  };

  return {
    start: () => {
      running ??= run()
        .catch((defect: unknown) => void deskTrouble(ports.log, defect))
        .finally(end);
    },
    stop: async () => {
      stopping.abort();
      pause.wake();
      const stopped = feed.stop();
      await running;
      await stopped;
    },
    status: standing.status,
    tryNow: async () => {
      if (running === null || ended || signal.aborted) return standing.status();
      await new Promise<void>((resolve) => {
        triesDone.push(resolve);
        work?.healthIsDue();
        pages.endRest();
        pause.wake();
      });
      return standing.status();
    },
    afterSleep: () => {
      route.startAfresh();
      work?.healthIsDue();
      work?.referenceIsDue();
      pause.wake();
    },
    onStatus: standing.onStatus,
    outbox: () => listOutbox(outstanding, { isUp: standing.isUp(), allowance, rate, waiting, silence }),
    limits: allowance.limits,
    changeLimits: async (limits) => {
      await allowance.change(limits);
      standing.changed();
      pause.wake();
    },
    carried: () => carried,
  };
}

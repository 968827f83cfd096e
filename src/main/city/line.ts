import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { createAuthorizedRequest } from './authorized-request.ts';
import { pauseAfter } from './backoff.ts';
import { type CarriedSide, createCarriedSide } from './carried-side.ts';
import { createCityRequest } from './city-request.ts';
import { createEventSending } from './event-sending.ts';
import { createFeedListening } from './feed-listening.ts';
import { createLeaseKeeping } from './lease-keeping.ts';
import { faulty, type LineFault, stateOf } from './line-fault.ts';
import { createLineStanding } from './line-standing.ts';
import { createOutstanding } from './outstanding.ts';
import { createPageSending } from './page-sending.ts';
import { createPause } from './pause.ts';
import type { LinePorts } from './ports.ts';
import { createRate } from './rate.ts';
import { openReferenceCopy } from './reference-copy.ts';
import { createSession } from './session.ts';
import { tellOutstanding } from './tell-outstanding.ts';

/** While all is quiet the feed notices a dead line; this is for what it cannot see. */
const HEARTBEAT_MS = 30_000;
/** The city lets an empty poll wait; something in between that answers at once must not make the feed spin. */
const SOONEST_NEXT_POLL_MS = 1000;

export type Line = {
  readonly start: () => void;
  /** Resolves when nothing runs any more; no timer and no request is left. */
  readonly stop: () => Promise<void>;
  readonly status: () => LineStatus;
  /** Ends a pause; resolves after the try. */
  readonly tryNow: () => Promise<LineStatus>;
  readonly onStatus: (listener: (status: LineStatus) => void) => () => void;
  /** What goes by hand, and what comes back so; null until the logs are read. */
  readonly carried: () => CarriedSide | null;
};

/**
 * The desk's line to the city. One loop: health, session, reference, numbers ahead, facts, pages; beside it the feed.
 * It starts by itself when the line comes back, and its place is always read from the city log, never remembered apart.
 */
export function createLine(ports: LinePorts): Line {
  const stopping = new AbortController();
  const outstanding = createOutstanding();
  const rate = createRate();
  const pause = createPause();
  const feedPause = createPause();
  const standing = createLineStanding(ports.now, outstanding, rate);
  const request = createCityRequest({
    cityUrl: ports.enrolment.cityUrl,
    signal: stopping.signal,
    hasNetwork: ports.hasNetwork,
    nowMs: () => performance.now(),
  });
  const session = createSession(ports, request);
  const authorized = createAuthorizedRequest(request, session);
  const sendEvents = createEventSending(ports, authorized, outstanding, rate);
  const pageSending = createPageSending(ports, session, outstanding, rate, stopping.signal);
  const leaseKeeping = createLeaseKeeping(ports, authorized);
  const listen = createFeedListening(ports, authorized, outstanding);

  let running: Promise<void> | null = null;
  let feed: Promise<void> | null = null;
  let feedFailures = 0;
  let feedNotBeforeMs = 0;
  /** What this desk itself could not do at the last try, of the loop and of the feed. */
  let ownTrouble: LineFault | null = null;
  let feedOwnTrouble: LineFault | null = null;
  let referenceDue = true;
  let healthDue = true;
  const triesDone: (() => void)[] = [];
  let ended = false;
  let carried: CarriedSide | null = null;

  /** What to say of a line on which everything went well. */
  function restingState(): LineStatus['state'] {
    if (feedOwnTrouble !== null) return stateOf(feedOwnTrouble);
    return session.clockDiffers() ? 'clock-differs' : 'up';
  }

  /** Everything that is to be done now; null when it went well. */
  async function work(reference: Awaited<ReturnType<typeof openReferenceCopy>>): Promise<LineFault | null> {
    if (healthDue) {
      const health = await session.checkHealth();
      if (!health.ok) return health.fault;
      healthDue = false;
      standing.heard();
    }
    const token = await session.token();
    if (!token.ok) return token.fault;
    if (referenceDue || reference.current() === null) {
      const refreshed = await reference.refresh();
      if (!refreshed.ok) return refreshed.fault;
      referenceDue = false;
      standing.referenceVersion(reference.current()?.version ?? 0);
    }
    // A desk that could not keep the city's words is not called well before it could.
    if (ownTrouble === null)
      standing.move(
        outstanding.counts().unsentEvents > 0 || outstanding.pages().length > 0 ? 'sending' : restingState(),
      );
    if (feed === null && performance.now() >= feedNotBeforeMs) feed = follow();
    const current = reference.current();
    if (current !== null) {
      const filled = await leaseKeeping.fill(current);
      if (!filled.ok) return filled.fault;
    }
    do {
      const events = await sendEvents(standing.heard);
      if (!events.ok) return events.fault;
      const pages = await pageSending.send(() => outstanding.counts().unsentEvents > 0, standing.changed);
      if (!pages.ok) return pages.fault;
    } while (outstanding.counts().unsentEvents > 0 && !stopping.signal.aborted && !(await journalStuck()));
    return null;
  }

  /** Whatever is thrown is this desk's own (a store that cannot save): told, tried again, never the end of the line. */
  function deskTrouble(defect: unknown) {
    ports.log('line-defect', { what: defect instanceof Error ? defect.message : 'unknown' });
    return faulty('desk-trouble', 'defect');
  }

  /** A journal that does not give its events would make the loop above spin. */
  async function journalStuck(): Promise<boolean> {
    const page = await ports.journal.read({ afterSeq: outstanding.verdictSeq(), limit: 1 });
    return !page.ok || page.value.events.length === 0;
  }

  /** Follows the feed until it fails; then the loop looks what became of the line. */
  async function follow(): Promise<void> {
    for (;;) {
      const askedMs = performance.now();
      const heard = await listen().catch(deskTrouble);
      if (stopping.signal.aborted) break;
      feedOwnTrouble = !heard.ok && heard.fault.kind === 'desk-trouble' ? heard.fault : null;
      if (!heard.ok) {
        ports.log('feed-failed', { kind: heard.fault.kind, code: heard.fault.code });
        healthDue = true;
        feedFailures += 1;
        feedNotBeforeMs = performance.now() + pauseAfter(heard.fault, feedFailures, ports.random);
        break;
      }
      feedFailures = 0;
      if (heard.value !== 'city-put-back') {
        if (heard.value.some((event) => event.what.type === 'reference-changed')) referenceDue = true;
        // An empty reply is not signed, so it is no word of the city.
        if (heard.value.length === 0) {
          await feedPause.wait(askedMs + SOONEST_NEXT_POLL_MS - performance.now());
          continue;
        }
        standing.heard();
      }
      pause.wake();
    }
    feed = null;
    pause.wake();
  }

  async function run(): Promise<void> {
    // Heard from the first moment on: what is made while the logs are read would be missed, and its pages with it.
    const early: DeskEvent[] = [];
    let take = (events: readonly DeskEvent[]): void => void early.push(...events);
    const unsubscribe = ports.journal.subscribe(({ events }) => {
      take(events);
      standing.changed();
      if (standing.isUp()) pause.wake();
    });
    await tellOutstanding(ports, outstanding);
    outstanding.addEvents(early);
    take = outstanding.addEvents;
    const reference = await openReferenceCopy(ports, authorized);
    standing.referenceVersion(reference.current()?.version ?? 0);
    carried = createCarriedSide(ports, outstanding, leaseKeeping, reference, standing.changed);
    let failures = 0;
    while (!stopping.signal.aborted) {
      // Only tries that were asked for before this one began are answered by it; `end` answers the rest.
      const askedBefore = triesDone.length;
      const fault = await work(reference).catch((defect: unknown) => deskTrouble(defect).fault);
      if (stopping.signal.aborted) break;
      ownTrouble = fault?.kind === 'desk-trouble' ? fault : null;
      let waitMs: number;
      if (fault === null) {
        failures = 0;
        const pageWaitMs = (pageSending.nextTryMs() ?? Infinity) - ports.now().getTime();
        const feedWaitMs = feed === null ? feedNotBeforeMs - performance.now() : Infinity;
        waitMs = Math.max(50, Math.min(HEARTBEAT_MS, pageWaitMs, feedWaitMs));
        standing.move(restingState());
      } else {
        failures += 1;
        healthDue = true;
        waitMs = pauseAfter(fault, failures, ports.random);
        ports.log('line-failed', { kind: fault.kind, code: fault.code, failures });
        standing.fail(stateOf(fault), waitMs);
      }
      for (const tell of triesDone.splice(0, askedBefore)) tell();
      const started = ports.now().getTime();
      await pause.wait(waitMs);
      if (Math.abs(ports.now().getTime() - started) >= HEARTBEAT_MS) {
        healthDue = true;
        referenceDue = true;
      }
    }
    unsubscribe();
    await feed;
  }

  const end = (): void => {
    ended = true;
    for (const tell of triesDone.splice(0)) tell();
  };

  return {
    start: () => {
      running ??= run()
        .catch((defect: unknown) => {
          deskTrouble(defect);
        })
        .finally(end);
    },
    stop: async () => {
      stopping.abort();
      pause.wake();
      feedPause.wake();
      await running;
    },
    status: standing.status,
    tryNow: async () => {
      if (running === null || ended || stopping.signal.aborted) return standing.status();
      await new Promise<void>((resolve) => {
        triesDone.push(resolve);
        healthDue = true;
        pause.wake();
      });
      return standing.status();
    },
    onStatus: standing.onStatus,
    carried: () => carried,
  };
}

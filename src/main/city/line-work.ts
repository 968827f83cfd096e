import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { AnswerTimes } from './answer-times.ts';
import type { CitySilence } from './city-silence.ts';
import type { FeedFollowing } from './feed-following.ts';
import type { LeaseKeeping } from './lease-keeping.ts';
import { type Answer, type LineFault, stateOf } from './line-fault.ts';
import type { LineStanding } from './line-standing.ts';
import type { Outstanding } from './outstanding.ts';
import type { PageRunning } from './page-running.ts';
import type { ReferenceCopy } from './reference-copy.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

/** One round of everything that is to be done now. */
export type LineWork = {
  /** Null when it went well. */
  readonly round: () => Promise<LineFault | null>;
  /** What to say of a line on which everything went well. */
  readonly restingState: () => LineStatus['state'];
  readonly healthIsDue: () => void;
  readonly referenceIsDue: () => void;
};

export function createLineWork(parts: {
  readonly route: Route;
  readonly session: Session;
  readonly reference: ReferenceCopy;
  readonly leaseKeeping: LeaseKeeping;
  readonly sendFacts: () => Promise<Answer<null>>;
  readonly feed: FeedFollowing;
  readonly pages: PageRunning;
  readonly silence: CitySilence;
  readonly outstanding: Outstanding;
  readonly standing: LineStanding;
  readonly answerTimes: AnswerTimes;
  /** What this desk itself could not do in the round before. */
  readonly ownTrouble: () => LineFault | null;
}): LineWork {
  const { session, reference, outstanding, standing, feed, pages } = parts;
  let healthDue = true;
  let referenceDue = true;

  function restingState(): LineStatus['state'] {
    const trouble = feed.ownTrouble() ?? pages.fault();
    if (trouble !== null) return stateOf(trouble);
    if (pages.isRunning()) return 'sending';
    if (session.clockDiffers()) return 'clock-differs';
    return parts.answerTimes.isSlow() ? 'city-slow' : 'up';
  }

  async function checkHealth(): Promise<LineFault | null> {
    await parts.route.renew();
    const health = await session.checkHealth();
    if (!health.ok) return health.fault;
    healthDue = false;
    standing.heard();
    return null;
  }

  async function renewReference(): Promise<LineFault | null> {
    const refreshed = await reference.refresh();
    if (!refreshed.ok) return refreshed.fault;
    referenceDue = false;
    standing.referenceVersion(reference.current()?.version ?? 0);
    return null;
  }

  async function round(): Promise<LineFault | null> {
    if (healthDue) {
      const fault = await checkHealth();
      if (fault !== null) return fault;
    }
    const token = await session.token();
    if (!token.ok) return token.fault;
    // A desk that could not keep the city's words is not called well before it could.
    if (parts.ownTrouble() === null && reference.current() !== null)
      standing.move(outstanding.factsWait() ? 'sending' : restingState());
    // Facts before all else: on a slow line the reference data alone takes longer than a day's dossiers.
    const before = await parts.sendFacts();
    if (!before.ok) return before.fault;
    if (referenceDue || reference.current() === null) {
      const fault = await renewReference();
      if (fault !== null) return fault;
    }
    feed.begin();
    const current = reference.current();
    const filled = current === null ? null : await parts.leaseKeeping.fill(current);
    if (filled !== null && !filled.ok) return filled.fault;
    // Numbers that came are facts too.
    const after = await parts.sendFacts();
    if (!after.ok) return after.fault;
    pages.begin();
    const asked = await parts.silence.ask();
    return asked.ok ? null : asked.fault;
  }

  return {
    round,
    restingState,
    healthIsDue: () => {
      healthDue = true;
    },
    referenceIsDue: () => {
      referenceDue = true;
    },
  };
}

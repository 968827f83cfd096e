import { cityTakes } from '../../shared/contracts/bridge/line-states.ts';
import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { Allowance } from './allowance.ts';
import type { AnswerTimes } from './answer-times.ts';
import type { Outstanding } from './outstanding.ts';
import type { Rate } from './rate.ts';

export type LineStanding = {
  readonly status: () => LineStatus;
  readonly onStatus: (listener: (status: LineStatus) => void) => () => void;
  readonly move: (state: LineStatus['state']) => void;
  readonly fail: (state: LineStatus['state'], nextTryInMs: number) => void;
  /** A signed word came just now. */
  readonly heard: () => void;
  readonly referenceVersion: (version: number) => void;
  readonly changed: () => void;
  readonly isUp: () => boolean;
};

/** The status as the screen shows it; listeners are called when something in it changed. */
export function createLineStanding(parts: {
  readonly now: () => Date;
  readonly outstanding: Outstanding;
  readonly rate: Rate;
  readonly allowance: Allowance;
  readonly answerTimes: AnswerTimes;
}): LineStanding {
  const { now, outstanding, rate, allowance, answerTimes } = parts;
  const listeners = new Set<(status: LineStatus) => void>();
  let state: LineStatus['state'] = 'never-tried';
  let since = now().toISOString();
  let lastHeardAt: string | null = null;
  let nextTryAt: string | null = null;
  let referenceVersion = 0;

  function status(): LineStatus {
    const counts = outstanding.counts();
    const bytesPerSecond = rate.bytesPerSecond();
    const up = cityTakes(state);
    const { held } = allowance.roomForPages();
    const pagesHeld =
      held === null || counts.unsentPages === 0
        ? null
        : { why: held.why, until: new Date(held.untilMs).toISOString() };
    return {
      state,
      since,
      lastHeardAt,
      ...counts,
      bytesPerSecond,
      secondsLeft: secondsLeft(counts.unsentBytes, up ? bytesPerSecond : null),
      answerSeconds: answerTimes.seconds(),
      pagesHeld,
      nextTryAt,
      referenceVersion,
      refusedActs: outstanding.refusedActs(now()),
    };
  }

  function secondsLeft(bytes: number, bytesPerSecond: number | null): number | null {
    if (bytes === 0) return 0;
    if (bytesPerSecond === null) return null;
    const doneMs = allowance.finishMs(bytes, bytesPerSecond);
    return doneMs === null ? null : (doneMs - now().getTime()) / 1000;
  }

  function changed(): void {
    const current = status();
    for (const listener of listeners) listener(current);
  }

  function move(to: LineStatus['state'], tryAt: string | null): void {
    const quiet = to === state && tryAt === nextTryAt;
    if (to !== state) since = now().toISOString();
    state = to;
    nextTryAt = tryAt;
    if (!quiet) changed();
  }

  return {
    status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move: (to) => move(to, null),
    fail: (to, nextTryInMs) => move(to, new Date(now().getTime() + nextTryInMs).toISOString()),
    heard: () => {
      lastHeardAt = now().toISOString();
      changed();
    },
    referenceVersion: (version) => {
      referenceVersion = version;
    },
    changed,
    isUp: () => cityTakes(state),
  };
}

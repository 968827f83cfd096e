/** How long the city takes to answer short calls, the newest few. */
export type AnswerTimes = {
  readonly add: (tookMs: number) => void;
  /** The middle one of the newest three; null before the first. */
  readonly seconds: () => number | null;
  readonly isSlow: () => boolean;
};

const KEPT = 3;
/** A signed word over 128 kbit/s takes half a second, with the handshakes; this is the city's own time. */
const SLOW_SECONDS = 3;

export function createAnswerTimes(): AnswerTimes {
  const times: number[] = [];
  const seconds = (): number | null => {
    const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
    return middle === undefined ? null : middle / 1000;
  };
  return {
    add: (tookMs) => {
      times.push(tookMs);
      if (times.length > KEPT) times.shift();
    },
    seconds,
    isSlow: () => (seconds() ?? 0) > SLOW_SECONDS,
  };
}

import { useCallback, useRef } from 'react';

/**
 * A function that stays the same while what it does is always the newest: what is memoised need not be drawn anew for it.
 * Only for what happens on the screen (a click, a key), never while drawing.
 */
export function useLatest<Given extends unknown[], Answer>(
  act: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given: Given) => latest.current(...given), []);
}

/** Somebody whose last key is younger than this is typing. */
const TYPING_MS = 400;
/** From the end of a frame's script until it stands on the screen: drawn by other threads, on the same processor. */
const TO_SCREEN_MS = 10;

let lastKeyMs = Number.NEGATIVE_INFINITY;
let waiting: (() => void)[] = [];
let rest: ReturnType<typeof setTimeout> | undefined;

function letIn(): void {
  clearTimeout(rest);
  rest = undefined;
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}

window.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    lastKeyMs = timeStamp;
    if (waiting.length > 0) requestAnimationFrame(() => setTimeout(letIn, TO_SCREEN_MS));
  },
  { capture: true },
);

/**
 * What comes in by itself (a page, its reading, its quality) lets the officer's typing go first: a page costs some 40 ms
 * of drawing, and a key that falls into it is seen that much later. At once while nobody types; otherwise right behind the
 * frame that shows the next key, when there is most room until the one after it, and 400 ms after the last key at the
 * latest. In the order of the calls.
 */
export function behindKeys(work: () => void): void {
  const restsInMs = lastKeyMs + TYPING_MS - performance.now();
  if (waiting.length === 0 && restsInMs <= 0) {
    work();
    return;
  }
  waiting.push(work);
  // Counted from the first that waits: also without a frame (a window that is hidden draws none) nothing waits for ever.
  rest ??= setTimeout(letIn, TYPING_MS);
}

/** Settles when `behindKeys` lets the next one in, behind everything that waited before. */
export const keysFirst = (): Promise<void> => new Promise((settle) => behindKeys(settle));

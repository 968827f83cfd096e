/** Measured bytes a second on the way out, of everything that is under way together. */
export type Rate = {
  /** Something big starts to go out; `end` with the bytes that arrived (0 when it failed). */
  readonly begin: () => { readonly end: (bytes: number) => void };
  /** What a batch of facts shows, until the first page tells better: the city's judging is in it. */
  readonly hint: (bytes: number, tookMs: number) => void;
  readonly bytesPerSecond: () => number | null;
};

/** Small messages say nothing about the line and are left out. */
const SMALLEST_SAMPLE_BYTES = 4096;
const SHORTEST_SAMPLE_MS = 250;
const NEWEST_WEIGHT = 0.4;

/** Time counts while anything is under way, so several at once are measured as the one line that they share. */
export function createRate(nowMs: () => number): Rate {
  let current: number | null = null;
  let hinted: number | null = null;
  let underWay = 0;
  let bytesSoFar = 0;
  let busyMs = 0;
  let markMs = 0;

  function sample(): void {
    if (bytesSoFar < SMALLEST_SAMPLE_BYTES || busyMs <= 0) return;
    if (underWay > 0 && busyMs < SHORTEST_SAMPLE_MS) return;
    const measured = (bytesSoFar * 1000) / busyMs;
    current = current === null ? measured : current + NEWEST_WEIGHT * (measured - current);
    bytesSoFar = 0;
    busyMs = 0;
  }

  return {
    begin: () => {
      if (underWay > 0) busyMs += nowMs() - markMs;
      else {
        bytesSoFar = 0;
        busyMs = 0;
      }
      markMs = nowMs();
      underWay += 1;
      return {
        end: (bytes) => {
          busyMs += nowMs() - markMs;
          markMs = nowMs();
          underWay -= 1;
          bytesSoFar += bytes;
          sample();
        },
      };
    },
    hint: (bytes, tookMs) => {
      if (bytes >= SMALLEST_SAMPLE_BYTES && tookMs > 0) hinted = (bytes * 1000) / tookMs;
    },
    bytesPerSecond: () => current ?? hinted,
  };
}

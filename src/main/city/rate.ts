/** Measured bytes a second on the way out; small messages say nothing about the line and are left out. */
export type Rate = {
  readonly measure: (bytes: number, tookMs: number) => void;
  readonly bytesPerSecond: () => number | null;
};

const SMALLEST_SAMPLE_BYTES = 4096;
const NEWEST_WEIGHT = 0.4;

export function createRate(): Rate {
  let current: number | null = null;
  return {
    measure: (bytes, tookMs) => {
      if (bytes < SMALLEST_SAMPLE_BYTES || tookMs <= 0) return;
      const sample = (bytes * 1000) / tookMs;
      current = current === null ? sample : current + NEWEST_WEIGHT * (sample - current);
    },
    bytesPerSecond: () => current,
  };
}

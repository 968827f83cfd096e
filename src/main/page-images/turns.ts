/** Who is served first: what the officer looks at before what is only read in the background. */
export type Lane = 'eye' | 'reading';

const AT_ONCE = 2;
/** One place always stays free for the eye. */
const READING_AT_ONCE = 1;

/** Lets at most two image jobs run, at most one of them for reading; the eye never queues behind reading. */
export function createTurns(): { readonly take: <T>(lane: Lane, job: () => Promise<T>) => Promise<T> } {
  const waiting: Record<Lane, (() => void)[]> = { eye: [], reading: [] };
  const running: Record<Lane, number> = { eye: 0, reading: 0 };

  function admit(): void {
    while (running.eye + running.reading < AT_ONCE) {
      const lane = waiting.eye.length > 0 ? 'eye' : 'reading';
      if (lane === 'reading' && running.reading >= READING_AT_ONCE) return;
      const start = waiting[lane].shift();
      if (start === undefined) return;
      running[lane]++;
      start();
    }
  }

  return {
    take: async (lane, job) => {
      await new Promise<void>((start) => {
        waiting[lane].push(start);
        admit();
      });
      try {
        return await job();
      } finally {
        running[lane]--;
        admit();
      }
    },
  };
}

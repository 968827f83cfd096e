/**
 * Who is served first: what the officer looks at; then pictures for reading, because the engine that gets them works
 * elsewhere while the pages are judged.
 */
export type Lane = 'eye' | 'reading' | 'judging';

const IN_ORDER = ['eye', 'reading', 'judging'] as const satisfies readonly Lane[];
const AT_ONCE = 2;
/** One place always stays free for the eye. */
const NOT_FOR_THE_EYE_AT_ONCE = 1;

/** Lets at most two image jobs run, at most one of them not for the eye, which never queues behind the others. */
export function createTurns(): { readonly take: <T>(lane: Lane, job: () => Promise<T>) => Promise<T> } {
  const waiting: Record<Lane, (() => void)[]> = { eye: [], reading: [], judging: [] };
  const running: Record<Lane, number> = { eye: 0, reading: 0, judging: 0 };

  const mayStart = (lane: Lane): boolean =>
    waiting[lane].length > 0 &&
    (lane === 'eye' || running.reading + running.judging < NOT_FOR_THE_EYE_AT_ONCE);

  function admit(): void {
    while (running.eye + running.reading + running.judging < AT_ONCE) {
      const lane = IN_ORDER.find(mayStart);
      if (lane === undefined) return;
      running[lane]++;
      waiting[lane].shift()?.();
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

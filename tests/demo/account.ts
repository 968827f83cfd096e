/** The demo's account: one readable line a step with the seconds it took, kept for the summary. */
export type Account = {
  readonly step: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  readonly tell: (line: string) => void;
  readonly secondsPerStep: () => Readonly<Record<string, number>>;
};

export function openAccount(): Account {
  const seconds: Record<string, number> = {};
  const startedMs = performance.now();
  const clock = (): string => {
    const total = Math.round((performance.now() - startedMs) / 1000);
    return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  };
  return {
    step: async (what, work) => {
      const fromMs = performance.now();
      console.log(`${clock()}  … ${what}`);
      const done = await work();
      const took = Math.round((performance.now() - fromMs) / 100) / 10;
      seconds[what] = took;
      console.log(`${clock()}  ✔ ${what} (${took} s)`);
      return done;
    },
    tell: (line) => console.log(`         ${line}`),
    secondsPerStep: () => seconds,
  };
}

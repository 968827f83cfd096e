/** The script ended because its desk was gone, and not because it found no way on. */
export const cameByTheCut = (end: Error): boolean =>
  /closed|crash|destroyed|detached|Target|ECONN/i.test(end.message);

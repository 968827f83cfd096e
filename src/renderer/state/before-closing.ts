/** What still has to be kept before the window may go. */
const works = new Set<() => Promise<unknown>>();

/** @returns a function that takes the work back */
export function beforeClosing(work: () => Promise<unknown>): () => void {
  works.add(work);
  return () => void works.delete(work);
}

/** Settles when everything that was waiting is kept, or could not be; never rejects. */
export async function settleBeforeClosing(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()));
}

/** What still has to be kept before the window may go. */
const works = new Set<() => Promise<unknown>>();

/** Has this done before the window goes, now and for as long as it stands. */
export function beforeClosing(work: () => Promise<unknown>): void {
  works.add(work);
}

/** Settles when everything that was waiting is kept, or could not be; never rejects. */
export async function settleBeforeClosing(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()));
}

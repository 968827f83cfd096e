const LONGEST_OPENING_MS = 30_000;

/**
 * Waits for the working copy, and calls `sayNotOpened` when it refuses (then this rejects too) or does neither within
 * 30 s: a database that hangs must not leave a window that says nothing. Should it open later, the desk goes on.
 */
export async function untilOpen<T>(opening: Promise<T>, sayNotOpened: () => void): Promise<T> {
  const waiting = setTimeout(sayNotOpened, LONGEST_OPENING_MS);
  try {
    return await opening;
  } catch (defect) {
    sayNotOpened();
    throw defect;
  } finally {
    clearTimeout(waiting);
  }
}

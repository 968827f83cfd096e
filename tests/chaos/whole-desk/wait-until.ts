export const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

const LOOK_AGAIN_MS = 200;

/** Looks again and again until it holds; says what it gave up on, and gives false, after `limitMs`. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean>,
  limitMs: number,
): Promise<boolean> {
  const untilMs = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > untilMs) {
      console.log(`  gave up after ${limitMs / 1000} s: ${what}`);
      return false;
    }
    await pause(LOOK_AGAIN_MS);
  }
  return true;
}

/** Letters that OCR puts where only a digit can stand. */
const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  C: '0',
  I: '1',
  L: '1',
  T: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};

/**
 * Digits of OCR-B that the engine takes for one another. It knows office type, not OCR-B, and reads its 3 as 5 on most
 * cards (measured), which costs nothing here; the others happen on blurred cards.
 */
const OTHERS: Readonly<Record<string, readonly (readonly [digit: string, cost: number])[]>> = {
  '0': [
    ['6', 1],
    ['8', 1],
  ],
  '1': [['7', 1]],
  '3': [
    ['5', 0.5],
    ['8', 1],
  ],
  '5': [
    ['3', 0.1],
    ['6', 1],
  ],
  '6': [
    ['0', 1],
    ['5', 1],
    ['8', 1],
  ],
  '7': [['1', 1]],
  '8': [
    ['0', 1],
    ['3', 1],
    ['6', 1],
  ],
};

export type Reading = { readonly digits: string; readonly cost: number };

/** A mark that is no character of the zone stands for one that could not be read. */
export const UNREAD = '?';
const ANY_DIGIT = [...'0123456789'].map((digit) => [digit, 0.6] as const);

const MOST_COST = 1.6;

/** What the characters may have been, likeliest first; none when one of them can be no digit. */
export function digitReadings(asRead: string): readonly Reading[] {
  let found: Reading[] = [{ digits: '', cost: 0 }];
  for (const character of asRead) {
    const digit = DIGIT_FOR[character] ?? character;
    if (digit !== UNREAD && (digit < '0' || digit > '9')) return [];
    const choices = digit === UNREAD ? ANY_DIGIT : [[digit, 0] as const, ...(OTHERS[digit] ?? [])];
    found = found.flatMap(({ digits, cost }) =>
      choices
        .map(([next, more]) => ({ digits: digits + next, cost: cost + more }))
        .filter((reading) => reading.cost <= MOST_COST),
    );
  }
  return found.sort((one, other) => one.cost - other.cost);
}

/** Readings that fit as well as this much worse than the best leave it open which one is right. */
const MARGIN = 0.25;

/** The likeliest; null when there is none, or when another one is nearly as likely. */
export function settled<T extends { readonly cost: number }>(
  readings: readonly T[],
  keyOf: (reading: T) => string,
): T | null {
  const best = new Map<string, T>();
  for (const reading of readings) {
    const before = best.get(keyOf(reading));
    if (before === undefined || reading.cost < before.cost) best.set(keyOf(reading), reading);
  }
  const [first, second] = [...best.values()].sort((one, other) => one.cost - other.cost);
  if (first === undefined) return null;
  return second !== undefined && second.cost - first.cost < MARGIN ? null : first;
}

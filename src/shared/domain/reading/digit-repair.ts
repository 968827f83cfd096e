const TAKEN_FOR_DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  S: '5',
  s: '5',
  B: '8',
};

export type RepairedDigits = { readonly digits: string; readonly repairs: number };

/**
 * Letters that the engine takes for digits, put right; null when something else is in between. Only for places where
 * nothing but digits can stand [RD-3].
 */
export function repairDigits(raw: string): RepairedDigits | null {
  let digits = '';
  let repairs = 0;
  for (const letter of raw.replace(/[\s.]/g, '')) {
    const repaired = TAKEN_FOR_DIGITS[letter];
    if (/\d/.test(letter)) digits += letter;
    else if (repaired === undefined) return null;
    else {
      digits += repaired;
      repairs += 1;
    }
  }
  return digits === '' ? null : { digits, repairs };
}

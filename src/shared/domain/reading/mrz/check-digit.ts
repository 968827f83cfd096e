const WEIGHTS = [7, 3, 1] as const;

/** Check digit of ICAO 9303 part 3, 4.9: weights 7-3-1, A = 10 … Z = 35, filler 0. */
export function checkDigit(characters: string): number {
  let sum = 0;
  for (let at = 0; at < characters.length; at++) {
    sum += worth(characters[at] ?? '<') * (WEIGHTS[at % 3] ?? 0);
  }
  return sum % 10;
}

function worth(character: string): number {
  if (character >= '0' && character <= '9') return Number(character);
  return character >= 'A' && character <= 'Z' ? character.charCodeAt(0) - 55 : 0;
}

/** What the composite digit at the end of the second line covers: numbers and days of both lines. */
export const compositeOf = (first: string, second: string): string =>
  first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);

/**
 * What two texts are compared by (`baseline.py` of the pages to read): NFC, runs of white space one space, runs of three
 * or more dots dropped; without case where the transcript is in capitals.
 */
export function comparable(text: string, withoutCase = false): string {
  const plain = text
    .replaceAll('\f', ' ')
    .normalize('NFC')
    .replace(/[.…_]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return withoutCase ? plain.toLowerCase() : plain;
}

/** Letters to insert, delete or replace to get from one text to the other. */
function editDistance(from: readonly string[], to: readonly string[]): number {
  let row = Uint32Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of from.entries()) {
    const next = new Uint32Array(row.length);
    next[0] = line + 1;
    for (let column = 1; column < row.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next[column] = Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Share of wrong letters, 0 for none; more than 1 when more was read than there is. Both texts as `comparable`. */
export function letterErrorRate(truth: string, read: string): number {
  const letters = [...truth];
  return editDistance(letters, [...read]) / Math.max(1, letters.length);
}

/** Words as text: one line for each printed line, in the order in which the lines first come. */
export function printedText(words: readonly { readonly text: string; readonly line: number }[]): string {
  const lines = Map.groupBy(words, ({ line }) => line);
  return [...lines.values()].map((line) => line.map(({ text }) => text).join(' ')).join('\n');
}

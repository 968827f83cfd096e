import { type CompactLine, compactPhrase } from './compact-line.ts';

/** Where a phrase stands: from and to are places in the line's text; `errors` letters were read otherwise. */
export type FoundPhrase = { readonly from: number; readonly to: number; readonly errors: number };

/** Letters that may be wrong: about one in eight, none in short words, where one letter makes another word. */
const allowedErrors = (length: number): number => (length < 7 ? 0 : length < 14 ? 1 : length < 24 ? 2 : 3);

/**
 * Every place where a line has a phrase (bare letters, as in `bareText`), whole words only, some letters read wrong.
 * Places do not overlap.
 */
export function findPhrase(line: CompactLine, phrase: string): readonly FoundPhrase[] {
  const wanted = wantedOf(phrase);
  const { letters, at, begins } = line;
  if (!mayHave(letters, wanted)) return [];
  const found: FoundPhrase[] = [];
  for (let start = 0; start < letters.length; start += 1) {
    if (!begins[start]) continue;
    const match = matchAt(line, start, wanted);
    if (match === null) continue;
    found.push({ from: at[start] ?? 0, to: (at[match.end - 1] ?? 0) + 1, errors: match.errors });
  }
  // A word before the phrase counts as letters read wrong: the place with the fewest is the phrase's own.
  return found.filter((place) =>
    found.every(
      (other) =>
        other === place ||
        apart(place, other) ||
        place.errors < other.errors ||
        (place.errors === other.errors && place.from <= other.from),
    ),
  );
}

const apart = (one: FoundPhrase, other: FoundPhrase): boolean => one.to <= other.from || other.to <= one.from;

type Wanted = {
  readonly letters: string;
  readonly most: number;
  /** One piece more than letters may be wrong: where the phrase stands, at least one of them stands untouched. */
  readonly pieces: readonly string[];
};

/** The phrases are the labels of some twenty forms: a few hundred, asked for on every line of every page. */
const known = new Map<string, Wanted>();

function wantedOf(phrase: string): Wanted {
  const before = known.get(phrase);
  if (before !== undefined) return before;
  const letters = compactPhrase(phrase);
  const most = allowedErrors(letters.length);
  const size = letters.length / (most + 1);
  const pieces = Array.from({ length: most + 1 }, (_, at) =>
    letters.slice(Math.round(at * size), Math.round((at + 1) * size)),
  );
  const wanted = { letters, most, pieces };
  known.set(phrase, wanted);
  return wanted;
}

/** Costs a twentieth of comparing letter by letter, and leaves nothing out. */
const mayHave = (text: string, { pieces }: Wanted): boolean => pieces.some((piece) => text.includes(piece));

export const hasPhrase = (line: CompactLine, phrase: string): boolean => findPhrase(line, phrase).length > 0;

function matchAt(
  { letters, ends }: CompactLine,
  start: number,
  wanted: Wanted,
): { readonly end: number; readonly errors: number } | null {
  const exactEnd = start + wanted.letters.length;
  if (letters.startsWith(wanted.letters, start) && ends[exactEnd - 1]) return { end: exactEnd, errors: 0 };
  const { most } = wanted;
  if (most === 0) return null;
  const text = letters.slice(start, start + wanted.letters.length + most);
  if (!mayHave(text, wanted)) return null;
  const costs = prefixDistances(text, wanted.letters);
  let best: { readonly end: number; readonly errors: number } | null = null;
  for (let length = Math.max(1, wanted.letters.length - most); length <= text.length; length += 1) {
    const errors = costs[length] ?? Number.POSITIVE_INFINITY;
    if (errors > most || !ends[start + length - 1]) continue;
    if (best === null || errors < best.errors) best = { end: start + length, errors };
  }
  return best;
}

/** Edit distance between `wanted` and every beginning of `text`. */
function prefixDistances(text: string, wanted: string): readonly number[] {
  let row = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (let each = 1; each <= wanted.length; each += 1) {
    const next = [each];
    for (let column = 1; column <= text.length; column += 1) {
      const same = wanted.charAt(each - 1) === text.charAt(column - 1) ? 0 : 1;
      next.push(Math.min((row[column - 1] ?? 0) + same, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}

import MiniSearch from 'minisearch';
import { foldText } from '../../base/fold-text.ts';
import type { Procedure } from './procedure.ts';

export type ProcedureSearch = {
  /**
   * Best first. Without accents, by beginnings of words, with a slip of the finger, by code (whole, without the dot, or
   * its last digits) or by initials ("dkks" → Đăng ký khai sinh). An empty query gives the catalogue's own order.
   */
  readonly search: (query: string, limit?: number) => readonly Procedure[];
};

type Entry = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly initials: string;
  readonly codes: string;
};

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const entryOf = (procedure: Procedure): Entry => ({
  code: procedure.code,
  name: procedure.name,
  field: procedure.field,
  initials: wordsOf(procedure.name)
    .map((word) => word[0])
    .join(''),
  codes: `${procedure.code.replace('.', '')} ${procedure.code.split('.')[1] ?? ''}`,
});

/** "1.001193", "1001193" and "1.001193.000.00.00.H26" are one code. */
function findCode(query: string): string | undefined {
  const match = /^([1-9])\.?(\d{6})(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Za-z]\d{2})?$/.exec(query.trim());
  return match === null ? undefined : `${match[1]}.${match[2]}`;
}

const BOOST = { name: 3, initials: 2, codes: 2, field: 0.5 };

/** Words that begin as typed come before words that only resemble; short words are never guessed at. */
const MATCHING = {
  boost: BOOST,
  prefix: true,
  fuzzy: (term: string) => (term.length < 4 || /\d/.test(term) ? false : 0.2),
  maxFuzzy: 2,
  weights: { prefix: 0.6, fuzzy: 0.2 },
};

type Named = { readonly procedure: Procedure; readonly folded: string };

/**
 * Names that hold the query word for word: those that begin with it first, then the shorter name, which is the closer
 * one. A plain pass over thousands of names; it answers the common first letters, for which an index is slowest.
 */
function findPhrase(names: readonly Named[], phrase: string, limit: number): Procedure[] {
  return names
    .map((named) => ({ ...named, at: named.folded.indexOf(` ${phrase}`) }))
    .filter(({ at }) => at >= 0)
    .sort(
      (left, right) => Number(left.at > 0) - Number(right.at > 0) || left.folded.length - right.folded.length,
    )
    .slice(0, limit)
    .map(({ procedure }) => procedure);
}

/** Builds the index once per catalogue (thousands of procedures: under half a second); a search then takes 1–5 ms. */
export function createProcedureSearch(procedures: readonly Procedure[]): ProcedureSearch {
  const byCode = new Map<string, Procedure>(procedures.map((procedure) => [procedure.code, procedure]));
  const names = procedures.map((procedure) => ({
    procedure,
    folded: ` ${wordsOf(procedure.name).join(' ')}`,
  }));
  const index = new MiniSearch<Entry>({
    idField: 'code',
    fields: ['name', 'initials', 'codes', 'field'],
    tokenize: wordsOf,
    processTerm: (term) => term,
  });
  index.addAll([...byCode.values()].map(entryOf));

  function searchIndex(phrase: string): Procedure[] {
    const all = index.search(phrase, { ...MATCHING, combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(phrase, { ...MATCHING, combineWith: 'OR' });
    return found.flatMap(({ id }) => byCode.get(String(id)) ?? []);
  }

  function search(query: string, limit = 20): readonly Procedure[] {
    const exact = byCode.get(findCode(query) ?? '');
    if (exact !== undefined) return [exact];
    const phrase = wordsOf(query).join(' ');
    if (phrase === '') return procedures.slice(0, limit);
    const word = findPhrase(names, phrase, limit);
    if (word.length >= limit) return word;
    return [...new Set([...word, ...searchIndex(phrase)])].slice(0, limit);
  }

  return { search };
}

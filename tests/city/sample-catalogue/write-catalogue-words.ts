// node tests/city/sample-catalogue/write-catalogue-words.ts: writes src/shared/contracts/city/catalogue-words.ts, the part
// of the facts' dictionary that names procedures and their papers, from the catalogue beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Procedure } from '../../../src/shared/domain/procedure/procedure.ts';

const TARGET = join(import.meta.dirname, '../../../src/shared/contracts/city/catalogue-words.ts');
const catalogue = readFileSync(join(import.meta.dirname, 'procedures.json'), 'utf8');

/** In the words and the order of a fact, so that a code brings its name, field and authority with it. */
const wordsOf = ({ code, name, field, authority, processing, documents }: Procedure): readonly string[] => [
  `"procedure":${JSON.stringify({ code, name, field, authority, processing }).slice(0, -1)},`,
  ...documents.map((paper, requirement) => `"name":${JSON.stringify(paper.name)},"requirement":${requirement},`),
];

const seen = new Set<string>();
const lines = Procedure.array()
  .parse(JSON.parse(catalogue))
  .map((procedure) => {
    const fresh = wordsOf(procedure).filter((words) => !seen.has(words));
    for (const words of fresh) seen.add(words);
    return fresh.join('');
  });

const quoted = (line: string): string => `  '${line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}',`;
writeFileSync(
  TARGET,
  `/**
 * What the catalogue's procedures and their papers are called, as facts write it. Made by
 * tests/city/sample-catalogue/write-catalogue-words.ts; made anew only together with a new catalogue, for every change
 * costs the desks that still have the old one a 415.
 */
export const CATALOGUE_WORDS = [
${lines.map(quoted).join('\n')}
].join('');
`,
);

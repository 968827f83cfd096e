import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { measure as measureCommits } from './commit.ts';
import type { ReportRow } from './report.ts';

const FOLDER = join(import.meta.dirname, 'line');
/** In this order; others of the folder that export `measure` come after. */
const ORDER = ['facts', 'wire', 'cut', 'loopback', 'bare-loopback', 'slow-line'];

type Part = { readonly measure?: () => Promise<readonly ReportRow[]> };

/** `npm run bench -- line [PART…]`: every part of tests/bench/line in one run, and the journal's commits beside them. */
export async function measure(wanted: readonly string[]): Promise<readonly ReportRow[]> {
  const files = (await readdir(FOLDER))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  const place = (name: string): number => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
  const names = files.toSorted((a, b) => place(a) - place(b) || a.localeCompare(b));
  const rows: ReportRow[] = [];
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  for (const name of names.filter(isWanted)) {
    // The name was found in this folder; what measures nothing is there for the others.
    const part = (await import(join(FOLDER, `${name}.ts`))) as Part;
    if (part.measure === undefined) continue;
    console.error(`measuring ${name}…`);
    rows.push(...(await part.measure()));
  }
  if (isWanted('commit')) rows.push(...(await measureCommits()));
  return rows;
}

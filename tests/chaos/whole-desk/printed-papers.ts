import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { Violation } from '../violation.ts';

/** What came out of the printer: name of the paper and size of its PDF. */
type PrintedPaper = { readonly title: string; readonly bytes: number };

const LPSTAT = `#!/bin/sh
case "$1" in
  -e) echo quay ;;
  -d) echo "system default destination: quay" ;;
esac
`;

/** Takes the whole document first, then writes one line about it at once: a job cut off on its way is no paper. */
const lp = (log: string): string => `#!/bin/sh
title=
while [ $# -gt 0 ]; do
  case "$1" in
    -t) title="$2"; shift ;;
  esac
  shift
done
bytes=$(wc -c)
[ "$bytes" -gt 1000 ] || exit 1
echo "$title $bytes" >> '${log}'
echo "request id is quay-1 (1 file(s))"
`;

/**
 * A printer of our own in place of the print system's programs. Its log lies outside the desk: a paper that is out
 * cannot be called back, so what it says must stand for ever.
 */
export async function placePrinter(folder: string) {
  const programs = join(folder, 'printer');
  const log = join(folder, 'printed.log');
  await mkdir(programs, { recursive: true });
  for (const [name, text] of [
    ['lpstat', LPSTAT],
    ['lp', lp(log)],
  ] as const) {
    await writeFile(join(programs, name), text);
    await chmod(join(programs, name), 0o755);
  }
  return {
    /** Folder that stands first on the desk's PATH. */
    programs,
    all: (): readonly PrintedPaper[] =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => {
              const [title = '', bytes = '0'] = line.split(' ');
              return { title, bytes: Number(bytes) };
            })
        : [],
  };
}
export type Printer = Awaited<ReturnType<typeof placePrinter>>;

/** I2: behind every paper that is out stands exactly one dossier. */
export function checkPrinted(
  events: readonly DeskEvent[],
  printed: readonly PrintedPaper[],
): readonly Violation[] {
  return [...new Set(printed.map(({ title }) => title))].flatMap((title) => {
    const number = Number(/^bien-lai-.*?(\d+)\.pdf$/.exec(title)?.[1] ?? 0);
    const code = /^giay-tiep-nhan-(.+)\.pdf$/.exec(title)?.[1];
    const holders = events.filter(({ fact }) =>
      code === undefined
        ? fact.type === 'receipt-issued' && fact.leased.number === number
        : fact.type === 'dossier-received' && fact.code === code,
    );
    return holders.length === 1
      ? []
      : [{ rule: 'I2', what: `${title} was printed and stands ${holders.length} times in the journal` }];
  });
}

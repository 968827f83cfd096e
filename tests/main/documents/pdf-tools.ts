import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A word as poppler places it, in points from the upper left corner of its page. */
export type PlacedWord = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Looks at a PDF with other people's programs, never with the library that wrote it. */
function withFile<T>(bytes: Uint8Array, look: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'quay-pdf-'));
  const file = join(folder, 'document.pdf');
  try {
    writeFileSync(file, bytes);
    return look(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (program: string, ...programArguments: string[]): string =>
  execFileSync(program, programArguments, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Text of each page in the order in which it was written, white space collapsed. */
export const pageTexts = (bytes: Uint8Array): readonly string[] =>
  withFile(bytes, (file) =>
    run('pdftotext', '-raw', file, '-')
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replace(/\s+/g, ' ').trim()),
  );

export const pdfInfo = (bytes: Uint8Array): string => withFile(bytes, (file) => run('pdfinfo', file));

/** Throws unless qpdf finds the file sound. */
export const checkWithQpdf = (bytes: Uint8Array): string =>
  withFile(bytes, (file) => run('qpdf', '--check', file));

/** Uncompressed, for a look at dictionaries and metadata. */
export const expanded = (bytes: Uint8Array): string =>
  withFile(bytes, (file) =>
    run('qpdf', '--qdf', '--object-streams=disable', '--stream-data=uncompress', file, '-'),
  );

/** Rows of pdffonts: name, embedded, subset, has a Unicode map. */
export const fontsOf = (
  bytes: Uint8Array,
): readonly { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] =>
  withFile(bytes, (file) =>
    run('pdffonts', file)
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => {
        const [, name = '', embedded, subset, unicode] =
          /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row) ?? [];
        return {
          name,
          embedded: embedded === 'yes',
          subset: subset === 'yes',
          unicode: unicode === 'yes',
        };
      }),
  );

/** Codes that zbar reads on each page as printed at 300 dpi, e.g. `QR-Code:H26…`, sorted. */
export const codesOnPages = (bytes: Uint8Array): readonly (readonly string[])[] =>
  withFile(bytes, (file, folder) => {
    run('pdftoppm', '-r', '300', '-gray', '-png', file, join(folder, 'page'));
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => run('zbarimg', '--quiet', join(folder, name)).trim().split('\n').sort());
  });

export const placedWords = (bytes: Uint8Array): readonly PlacedWord[] =>
  withFile(bytes, (file) => {
    const words: PlacedWord[] = [];
    let page = 0;
    for (const line of run('pdftotext', '-bbox', file, '-').split('\n')) {
      if (line.includes('<page ')) page += 1;
      const found = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)<\/word>/.exec(line);
      if (!found) continue;
      const [, left, top, right, bottom, text = ''] = found;
      words.push({
        page,
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      });
    }
    return words;
  });

/** Pairs of words that lie over each other by more than two points both ways (marks of one line may touch the next). */
export function overlaps(words: readonly PlacedWord[]): readonly string[] {
  const found: string[] = [];
  words.forEach((one, at) => {
    for (const other of words.slice(at + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (one.page === other.page && across > 2 && down > 2) found.push(`${one.text} / ${other.text}`);
    }
  });
  return found;
}

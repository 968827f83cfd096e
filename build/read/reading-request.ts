import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export const USAGE = 'Usage: npm run read -- FILE… [--json] [--pdf OUT.pdf] [--engine=native|wasm]';

export type ReadingRequest = {
  /** Absolute paths, in order. */
  readonly files: readonly string[];
  readonly asJson: boolean;
  /** Absolute path of the archival PDF to be written, null for none. */
  readonly pdf: string | null;
  /** The only engine that reads; null: the quicker one of this PC. */
  readonly engine: 'native' | 'wasm' | null;
};

/** Says in a sentence what is wrong with the command, before anything is started. */
export function parseReadingRequest(words: readonly string[], from: string): ReadingRequest | string {
  const files: string[] = [];
  let asJson = false;
  let pdf: string | null = null;
  let engine: ReadingRequest['engine'] = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') continue;
    if (word === '--json') asJson = true;
    else if (word === '--engine=native' || word === '--engine=wasm') {
      engine = word === '--engine=native' ? 'native' : 'wasm';
    } else if (word === '--pdf' || word.startsWith('--pdf=')) {
      const name = word === '--pdf' ? words[++at] : word.slice('--pdf='.length);
      if (name === undefined || name === '' || name.startsWith('--'))
        return '--pdf needs the name of a file to write.';
      if (pdf !== null) return '--pdf can be given once only.';
      pdf = resolve(from, name);
    } else if (word.startsWith('--')) return `Unknown: ${word}`;
    else files.push(resolve(from, word));
  }
  if (files.length === 0) return 'No file to read.';
  const trouble = pdf === null ? null : troubleWith(pdf, files);
  return trouble ?? { files, asJson, pdf, engine };
}

function troubleWith(pdf: string, files: readonly string[]): string | null {
  const folder = dirname(pdf);
  if (!existsSync(folder)) return `The folder ${folder} is not there; make it first.`;
  if (!existsSync(pdf)) return null;
  if (statSync(pdf).isDirectory()) return `${pdf} is a folder; give the name of a file.`;
  const target = realpathSync(pdf);
  return files.some((file) => existsSync(file) && realpathSync(file) === target)
    ? `${pdf} is one of the files to read and is not overwritten; give another name.`
    : null;
}

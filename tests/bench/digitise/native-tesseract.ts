import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { cpuSecondsOfChildren } from './watch-tree.ts';

const model = resolve(import.meta.dirname, '../../../build/ocr-assets');

export type NativeRun = {
  /** Text of each file, in the order given. */
  readonly texts: readonly string[];
  readonly seconds: number;
  readonly cpuSeconds: number;
};

/**
 * The installed tesseract as somebody uses it who knows it well: Vietnamese with our data, words with their boxes, one
 * thread a process, `processes` files at once; its own page mode (3), the file as it is.
 */
export async function runNative(files: readonly string[], processes: number): Promise<NativeRun> {
  const texts: string[] = [];
  const left = [...files.entries()];
  const cpuBefore = cpuSecondsOfChildren();
  const startedMs = performance.now();
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, file] = next;
      texts[at] = textOfTsv(await readOne(file));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  const seconds = (performance.now() - startedMs) / 1000;
  return { texts, seconds, cpuSeconds: cpuSecondsOfChildren() - cpuBefore };
}

function readOne(file: string): Promise<string> {
  return new Promise((settle, refuse) => {
    const words = [file, 'stdout', '--tessdata-dir', model, '-l', 'vie', '-c', 'tessedit_create_tsv=1'];
    const ran = spawn('tesseract', words, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    let said = '';
    ran.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    ran.on('error', refuse);
    ran.on('close', () => settle(said));
  });
}

const WORD = '5';

/** Words of a TSV, one line of text for each printed line. */
function textOfTsv(tsv: string): string {
  const lines = new Map<string, string[]>();
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , , , , , , ...text] = row.split('\t');
    if (level !== WORD) continue;
    const place = `${page}/${block}/${paragraph}/${line}`;
    lines.set(place, [...(lines.get(place) ?? []), text.join(' ')]);
  }
  return [...lines.values()].map((line) => line.join(' ')).join('\n');
}

import { spawn } from 'node:child_process';
import { killTree } from '../processes/kill-tree.ts';
import { letOthersFirst } from './let-others-first.ts';

/** How one run ended; it always ends. */
export type TesseractEnd =
  | { readonly end: 'read'; readonly tsv: string; readonly milliseconds: number }
  | { readonly end: 'timed-out' | 'crashed' | 'cancelled' };

export type TesseractRun = {
  readonly program: string;
  /** Holds `vie.traineddata`, the same that the window's engine uses. */
  readonly dataFolder: string;
  /** PNG or PNM, whole. */
  readonly picture: Uint8Array;
  readonly dpi: number;
  /** Lines that are read badly are tried as bright on dark too. */
  readonly darkGround: boolean;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

/** A page has some 100 KB; what writes more is not reading. */
const LONGEST_TSV = 32 * 1024 * 1024;
/** A process that the kernel does not let go of (a broken disk) is not waited for. */
const GIVE_UP_MS = 2000;

/**
 * Vietnamese, page mode 3, as the window's engine. The format is asked for by its variable: the word `tsv` would be a
 * file beside the program's own data, which we do not use.
 */
const argumentsFor = ({ dataFolder, dpi, darkGround }: TesseractRun): readonly string[] => [
  'stdin',
  'stdout',
  '--tessdata-dir',
  dataFolder,
  '-l',
  'vie',
  '--psm',
  '3',
  '-c',
  `user_defined_dpi=${dpi}`,
  '-c',
  `tessedit_do_invert=${darkGround ? 1 : 0}`,
  // Paragraphs are made of the words' places afterwards: the program's own search for them is not waited for.
  '-c',
  'paragraph_text_based=0',
  '-c',
  'tessedit_create_tsv=1',
];

/**
 * One thread each: with its default the program takes two and a half times as long (measured). Memory that it gives
 * back for every page it takes again a moment later; that it keeps it (a word to glibc; others do not know it) spares
 * about a fiftieth of its work.
 */
const ENVIRONMENT = {
  OMP_THREAD_LIMIT: '1',
  GLIBC_TUNABLES: ['hugetlb=1', 'mmap_threshold=1073741824', 'trim_threshold=1073741824', 'top_pad=67108864']
    .map((word) => `glibc.malloc.${word}`)
    .join(':'),
};

/** Reads one picture with the PC's own tesseract; it and all that it started are gone when this resolves. */
export function runTesseract(run: TesseractRun): Promise<TesseractEnd> {
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const child = spawn(run.program, argumentsFor(run), {
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['pipe', 'pipe', 'ignore'],
      // A process group of its own, so that whatever it started ends with it; on Windows that would open a console.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    letOthersFirst(child);
    const chunks: Buffer[] = [];
    let length = 0;
    let stopped: 'timed-out' | 'crashed' | 'cancelled' | null = null;
    let giveUp: NodeJS.Timeout | undefined;

    const settle = (end: TesseractEnd): void => {
      clearTimeout(watchdog);
      clearTimeout(giveUp);
      run.signal?.removeEventListener('abort', cancel);
      child.stdin.destroy();
      child.stdout.destroy();
      resolve(end);
    };
    const stop = (why: NonNullable<typeof stopped>): void => {
      if (stopped !== null) return;
      stopped = why;
      killTree(child);
      giveUp = setTimeout(() => {
        child.unref();
        settle({ end: why });
      }, GIVE_UP_MS);
    };
    const cancel = (): void => stop('cancelled');
    const watchdog = setTimeout(() => stop('timed-out'), run.timeoutMs);

    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_TSV) stop('crashed');
      else chunks.push(chunk);
    });
    // Ending without reading all of its input breaks the pipe; the exit code tells the rest.
    child.stdin.on('error', () => undefined);
    // Not startable; `close` does not come then.
    child.on('error', () => {
      if (child.pid === undefined) settle({ end: 'crashed' });
    });
    child.on('close', (status) => {
      if (stopped !== null) return settle({ end: stopped });
      if (status !== 0) return settle({ end: 'crashed' });
      const milliseconds = performance.now() - startedMs;
      settle({ end: 'read', tsv: Buffer.concat(chunks).toString('utf8'), milliseconds });
    });
    if (run.signal?.aborted === true) cancel();
    run.signal?.addEventListener('abort', cancel, { once: true });
    child.stdin.end(run.picture);
  });
}

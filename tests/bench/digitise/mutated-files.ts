import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { failuresPages } from '../../../src/renderer/text/vi/failures-pages.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import type { TriedFile, TryOrder } from './mutated/try-files.ts';

/** Longer than the import's own watchdogs: what reaches this hangs. */
const HUNG_AFTER_MS = 150_000;
/** Of a process that imports one file after the other: the most that a 100-megapixel picture and a PDF thread need. */
const MOST_MEGABYTES = 1500;

type Lost = { readonly n: number; readonly how: 'crashed' | 'hung' };

/** Imports some files in a process of their own; one that dies or hangs is noted and the rest goes on in another. */
async function tryAll(seed: number, numbers: readonly number[]) {
  const tried: TriedFile[] = [];
  const lost: Lost[] = [];
  let left = numbers;
  while (left.length > 0) {
    const how = await tryUntilLost(seed, left, (file) => tried.push(file));
    const done = new Set(tried.map(({ n }) => n));
    left = left.filter((n) => !done.has(n));
    const [n, ...rest] = left;
    if (n === undefined) break;
    lost.push({ n, how: how ?? 'crashed' });
    left = rest;
  }
  return { tried, lost };
}

function tryUntilLost(
  seed: number,
  numbers: readonly number[],
  onTried: (file: TriedFile) => void,
): Promise<Lost['how'] | null> {
  return new Promise((resolve) => {
    const child = fork(new URL('./mutated/try-files.ts', import.meta.url), ['try'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let hung = false;
    const watch = () =>
      setTimeout(() => {
        hung = true;
        child.kill('SIGKILL');
      }, HUNG_AFTER_MS);
    let late = watch();
    child.on('message', (file: TriedFile) => {
      clearTimeout(late);
      late = watch();
      onTried(file);
    });
    child.on('exit', (code) => {
      clearTimeout(late);
      resolve(hung ? 'hung' : code === 0 ? null : 'crashed');
    });
    const order: TryOrder = { seed, numbers };
    child.send(order);
  });
}

const countsBy = (values: readonly string[]): ReadonlyMap<string, number> =>
  values.reduce(
    (counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1),
    new Map<string, number>(),
  );

/**
 * Damaged JPEG, PNG, TIFF and PDF files, the same for the same seed: each must be kept or refused with a reason that has
 * a sentence; none may crash or hang the process that imports it, and what is kept can be shown and read.
 */
export async function measureMutated(of: {
  readonly seed: number;
  readonly count: number;
}): Promise<readonly ReportRow[]> {
  const processes = Math.min(2, availableParallelism());
  const shares = Array.from({ length: processes }, (_, share) =>
    Array.from({ length: of.count }, (_, n) => n).filter((n) => n % processes === share),
  );
  const done = await Promise.all(shares.map((numbers) => tryAll(of.seed, numbers)));
  const tried = done.flatMap((each) => each.tried);
  const lost = done.flatMap((each) => each.lost);
  for (const { n, how } of lost) console.log(`file ${n} of seed ${of.seed} ${how}`);
  const refusals = countsBy(tried.map(({ became }) => became).filter((became) => became !== 'kept'));
  const speechless = [...refusals.keys()].filter((code) => !(code in failuresPages));
  for (const code of speechless) console.log(`no sentence for ${code}`);
  for (const { n, kind } of tried.filter(({ unshown }) => unshown > 0))
    console.log(`file ${n} of seed ${of.seed} (${kind}) was kept and cannot be shown`);
  return [
    shown('damaged files imported', tried.length, ''),
    atMost('crashed', lost.filter(({ how }) => how === 'crashed').length, '', 0),
    atMost('hung', lost.filter(({ how }) => how === 'hung').length, '', 0),
    atMost('refused without a sentence', speechless.length, 'codes', 0),
    atMost('kept and not to be shown', tried.filter(({ unshown }) => unshown > 0).length, '', 0),
    shown('kept', tried.length - [...refusals.values()].reduce((sum, count) => sum + count, 0), ''),
    ...[...refusals]
      .sort(([, one], [, other]) => other - one)
      .map(([code, count]) => shown(`refused: ${code}`, count, '')),
    shown('slowest file', Math.max(0, ...tried.map(({ seconds }) => seconds)), 's'),
    atMost(
      'memory of the importing process',
      Math.max(0, ...tried.map(({ megabytes }) => megabytes)),
      'MB',
      MOST_MEGABYTES,
    ),
  ];
}

// A process of its own: imports damaged files one after the other and says what became of each. What kills it, kills no other.
import { createHash } from 'node:crypto';
import { createPageImages } from '../../../../src/main/page-images/page-images.ts';
import { importFile } from '../../../../src/main/pages-in/import-file.ts';
import { Sha256 } from '../../../../src/shared/base/ids.ts';
import { ok } from '../../../../src/shared/base/result.ts';
import { seededRandom } from '../../../support/seeded-random.ts';
import { mutate, pick } from './mutate.ts';
import { wholeFiles } from './whole-files.ts';

/** `done`: what became of file `n`, `kept` or a failure's code; `unshown`: kept pages that then could not be shown. */
export type TriedFile = {
  readonly n: number;
  readonly kind: string;
  readonly became: string;
  readonly unshown: number;
  readonly seconds: number;
  readonly megabytes: number;
};
export type TryOrder = { readonly seed: number; readonly numbers: readonly number[] };

/** File `n` of a seed, always the same. */
export async function damagedFile(seed: number, n: number) {
  const files = await whole;
  const random = seededRandom(seed * 1_000_003 + n).next;
  const file = files[n % files.length];
  const other = files[pick(random, files.length)];
  if (file === undefined || other === undefined) throw new Error('there are no files to damage');
  return { kind: file.kind, bytes: mutate(file.bytes, other.bytes, random) };
}
const whole = wholeFiles();

let pageAtHand: Buffer | null = null;
const images = createPageImages({ readPage: async () => pageAtHand });

async function tryFile(seed: number, n: number): Promise<TriedFile> {
  const { kind, bytes } = await damagedFile(seed, n);
  const startedMs = performance.now();
  let unshown = 0;
  const imported = await importFile(
    { name: `${n}.bin`, bytes },
    {
      putPage: async (page, facts) => {
        const sha256 = Sha256.parse(createHash('sha256').update(page).digest('hex'));
        pageAtHand = page;
        // whatever is kept is looked at and read later
        const shown = await images.upright(sha256, { rotation: 0 }, 400);
        const read = await images.reading(sha256, { rotation: 0 });
        if (shown === null || read === null) unshown += 1;
        return ok({ sha256, byteLength: page.length, ...facts });
      },
    },
  );
  return {
    n,
    kind,
    became: imported.ok ? 'kept' : imported.failure.code,
    unshown,
    seconds: (performance.now() - startedMs) / 1000,
    megabytes: process.memoryUsage.rss() / 1e6,
  };
}

if (process.send !== undefined && process.argv[2] === 'try') {
  process.on('message', async ({ seed, numbers }: TryOrder) => {
    for (const n of numbers) process.send?.(await tryFile(seed, n));
    process.disconnect();
  });
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { atLeast, type ReportRow, shown } from '../report.ts';
import { evalPages, turnOf } from './evalset.ts';
import { runReadCommand } from './read-command.ts';

const TURNS = [90, 180, 270] as const;
/** Each page in one of the three turns. */
const EVERY = 3;
const UNKNOWN_DPI = 200;
const LEAST_RIGHT = 0.99;

/** Pages put in sideways and upside-down, and whether the reader turns them upright. Pages that lie wrongly anyway are left out. */
export async function measureOrientation(): Promise<readonly ReportRow[]> {
  const pages = evalPages().filter(
    (page) => turnOf(page) === 0 && /^(?:real\/vn|rendered\/)/.test(page.name),
  );
  if (pages.length === 0) return [atLeast('pages to turn', 0, '', 1)];
  const folder = await mkdtemp(join(tmpdir(), 'bench-turned-'));
  try {
    const lying = new Map<string, { readonly name: string; readonly turn: number }>();
    for (const [at, { name, path }] of pages.entries()) {
      const turn = TURNS[at % EVERY] ?? 180;
      const file = join(folder, `${at}-${turn}.png`);
      const { density = UNKNOWN_DPI } = await sharp(path).metadata();
      await sharp(await readFile(path))
        .rotate(turn)
        .withDensity(density)
        .png({ compressionLevel: 1 })
        .toFile(file);
      lying.set(file, { name, turn });
    }
    const { pages: read } = await runReadCommand([...lying.keys()]);
    const wrong = read.filter(({ file, rotationDegrees }) => {
      const turn = lying.get(file)?.turn ?? 0;
      return rotationDegrees !== (360 - turn) % 360;
    });
    for (const { file, rotationDegrees } of wrong) {
      const page = lying.get(file);
      console.log(`${page?.name} lies at ${page?.turn}° and was turned by ${rotationDegrees}°`);
    }
    return [
      atLeast('pages put in turned: brought upright', 1 - wrong.length / lying.size, 'of all', LEAST_RIGHT),
      shown('pages put in turned', lying.size, ''),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const WIDTH = 1240;
const HEIGHT = 1754;

/** A page of its own for each dossier, so that every page can be counted: plain print with the number on it. */
export async function drawPage(
  folder: string,
  n: number,
): Promise<{ readonly path: string; readonly sha256: string }> {
  const lines = Array.from(
    { length: 12 },
    (_, line) =>
      `<text x="120" y="${260 + line * 90}" font-size="34">Trang thử ${n}, dòng ${line + 1}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="white"/>${lines.join('')}</svg>`;
  const path = join(folder, `trang-${n}.png`);
  await writeFile(path, await sharp(Buffer.from(svg)).png().toBuffer());
  return {
    path,
    sha256: createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  };
}

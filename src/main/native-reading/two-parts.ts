import sharp from 'sharp';

export type TwoParts = { readonly upper: Uint8Array; readonly lower: Uint8Array };

/** The picture cut above `row`, as grey PNGs that are quickly packed. Rejects when it is no picture. */
export async function splitAt(png: Uint8Array, row: number): Promise<TwoParts> {
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const part = (from: number, to: number): Promise<Buffer> =>
    sharp(data.subarray(from * width * channels, to * width * channels), {
      raw: { width, height: to - from, channels },
    })
      .toColourspace('b-w')
      .png({ compressionLevel: 0 })
      .toBuffer();
  const [upper, lower] = await Promise.all([part(0, row), part(row, height)]);
  return { upper, lower };
}

/** Columns of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, conf, text. */
const BLOCK = 2;
const TOP = 7;

/**
 * What was read in two parts as if it had been read in one: blocks counted on, places on the whole picture.
 * @param row of the picture at which the lower part begins
 */
export function joinTsv(upper: string, lower: string, row: number): string {
  const rows = upper.split('\n').filter((each) => each !== '');
  const blocks = Math.max(0, ...rows.map((each) => Number(each.split('\t')[BLOCK])).filter(Number.isFinite));
  const moved = lower.split('\n').flatMap((each) => {
    const columns = each.split('\t');
    const block = Number(columns[BLOCK]);
    // Its heading, and the line of the picture itself, are there already.
    if (!(block > 0)) return [];
    columns[BLOCK] = String(block + blocks);
    columns[TOP] = String(Number(columns[TOP]) + row);
    return [columns.join('\t')];
  });
  return `${[...rows, ...moved].join('\n')}\n`;
}

import type { Urgency } from '../../../shared/base/turns.ts';
import type { ReadWord } from '../../../shared/contracts/bridge/reading.ts';
import { type MrzLines, settleMrz } from '../../../shared/domain/reading/mrz/settle-mrz.ts';
import { printedText } from '../../../shared/domain/reading/printed-text.ts';
import { startStripEngine } from '../engine.ts';
import { createEnginePool } from '../engine-pool.ts';
import type { OcrAssets } from '../ocr-assets.ts';
import type { PagePicture } from '../page-picture.ts';

export type MrzReader = {
  /** The zone's three lines when the words show that the page has one, else null. */
  readonly read: (
    words: readonly ReadWord[],
    picture: PagePicture,
    priority: Urgency,
    signal?: AbortSignal,
  ) => Promise<MrzLines | null>;
  readonly close: () => void;
};

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';

/** Reads the zone again by itself, with nothing but its own characters: as part of the page it is read as prose. */
export function createMrzReader(assets: OcrAssets): MrzReader {
  const pool = createEnginePool(() => startStripEngine(assets), {
    size: 1,
    runTimeoutMs: 20_000,
    startTimeoutMs: 30_000,
    idleMs: 20_000,
  });
  return {
    read: async (words, picture, priority, signal) => {
      const strip = findMrz(words);
      if (strip === null) return null;
      const png = await picture.png();
      const cut = png.ok ? await cutStrip(png.value, strip) : null;
      if (cut === null) return settleMrz(linesOf(words));
      const again = await pool.run({ png: cut, dpi: picture.dpi, characters: CHARACTERS }, priority, signal);
      return settleMrz(...(again.ok ? [again.value] : []), linesOf(words));
    },
    close: pool.close,
  };
}

type Strip = { readonly top: number; readonly bottom: number };

/** What only the zone has: `VNM` among digits, or a run of fillers. */
const ZONE_WORD = /VN[MNH]\d|\dVN[MNH]|<{2,}|\w<\w+</i;

/** From over its first line to under its last, in fractions of the page; two lines must have been seen. */
export function findMrz(words: readonly ReadWord[]): Strip | null {
  const seen = words.filter((word) => ZONE_WORD.test(word.text));
  if (seen.length < 2) return null;
  const heights = seen.map((word) => word.box.height).sort((one, other) => one - other);
  const lineHeight = heights[Math.floor(heights.length / 2)] ?? 0;
  const top = Math.min(...seen.map((word) => word.box.y));
  const bottom = Math.max(...seen.map((word) => word.box.y + word.box.height));
  // One of the three lines may have been read as something else.
  const missing = bottom - top < 4 * lineHeight ? 2 * lineHeight : lineHeight;
  return { top: Math.max(0, top - missing), bottom: Math.min(1, bottom + missing) };
}

/** The strip as a picture of its own; null when the page is none that the window can open. */
async function cutStrip(
  png: Uint8Array<ArrayBuffer>,
  { top, bottom }: Strip,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const page = await createImageBitmap(new Blob([png])).catch(() => null);
  if (page === null) return null;
  const height = Math.max(1, Math.round((bottom - top) * page.height));
  const canvas = new OffscreenCanvas(page.width, height);
  canvas.getContext('2d')?.drawImage(page, 0, -Math.round(top * page.height));
  page.close();
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

const linesOf = (words: readonly ReadWord[]): readonly string[] => printedText(words).split('\n');

import { afterEach, describe, expect, it } from 'vitest';
import { createMrzReader, findMrz, type MrzReader } from '../../../../src/renderer/ocr/codes/read-mrz.ts';
import { startTextEngine } from '../../../../src/renderer/ocr/engine.ts';
import { ocrAssets } from '../../../../src/renderer/ocr/ocr-assets.ts';
import type { PagePicture } from '../../../../src/renderer/ocr/page-picture.ts';
import { wordsInFractions } from '../../../../src/renderer/ocr/words.ts';
import { ok } from '../../../../src/shared/base/result.ts';
import type { ReadWord } from '../../../../src/shared/contracts/bridge/reading.ts';
import backUrl from '../../../fixtures/pages/id1_scan300_back.jpg?url';

const SIZE = { width: 1171, height: 798, dpi: 300 };
const opened: MrzReader[] = [];
afterEach(() => {
  for (const reader of opened.splice(0)) reader.close();
});

const picture = (png: Uint8Array<ArrayBuffer>): PagePicture => ({
  ...{ ...SIZE, skewDegrees: 0, blank: false, codesSeen: true, upsideDown: false, darkGround: false },
  png: async () => ok(png),
});

describe('machine-readable zone of a card', () => {
  it('[MZ-2] is read by itself, right to the last digit', { timeout: 60_000 }, async () => {
    const png = new Uint8Array(await (await fetch(backUrl)).arrayBuffer());
    const engine = await startTextEngine(ocrAssets(document.baseURI), 'vie');
    const page = await engine.run({ png, dpi: SIZE.dpi });
    engine.stop();
    const reader = createMrzReader(ocrAssets(document.baseURI));
    opened.push(reader);
    const words = wordsInFractions(page.words, SIZE.width, SIZE.height);
    expect(await reader.read(words, picture(png), 'looking')).toEqual([
      'IDVNM1900000004001190000000<<5',
      '9008146F3008144VNM<<<<<<<<<<<8',
      'VUONG<<THI<MAU<<<<<<<<<<<<<<<<',
    ]);
  });

  it('[MZ-1] a page without one is not read again', async () => {
    const word = (text: string, line: number): ReadWord => ({
      text,
      line,
      confidence: 0.9,
      box: { x: 0.1, y: line / 10, width: 0.5, height: 0.02 },
    });
    expect(findMrz([word('CỘNG', 0), word('a<b', 1), word('VNM', 2)])).toBeNull();
    expect(findMrz([word('1DVNM1900000174', 5), word('NGUYEN<<THI', 7)])).toMatchObject({ top: 0.48 });
  });
});

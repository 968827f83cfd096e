import { afterEach, describe, expect, it } from 'vitest';
import type { EnginePicture, TimedReading } from '../../../../src/renderer/ocr/engine.ts';
import { createEnginePool, type EnginePool } from '../../../../src/renderer/ocr/engine-pool.ts';
import type { TextReading } from '../../../../src/renderer/ocr/engines/text-reading.ts';
import { createEnglishReader } from '../../../../src/renderer/ocr/english/reread-english.ts';
import { readingOf } from '../../../../src/renderer/ocr/words.ts';
import { ok } from '../../../../src/shared/base/result.ts';

const LETTER =
  'Please find enclosed the certificate of graduation and the receipt for the payment of the fees';
const picture = {
  ...{
    width: 2000,
    height: 1000,
    dpi: 200,
    skewDegrees: 0,
    blank: false,
    codesSeen: false,
    upsideDown: false,
    darkGround: false,
  },
  png: async () => ok(new Uint8Array()),
};
const asked = { priority: 'background' } as const;
const pools: EnginePool<EnginePicture, TimedReading>[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const reading = (text: string, confidence: number) =>
  readingOf(
    text.split(' ').map((word, at) => {
      return { text: word, confidence, line: 0, left: at * 90, right: at * 90 + 80, top: 10, bottom: 40 };
    }),
  );
const inVietnamese = (text: string, confidence: number): TextReading => ({
  ...reading(text, confidence),
  engine: 'native-tesseract',
  milliseconds: 40,
});

/** An engine that reads this in every picture; null: it does not start. */
function reader(text: string | null, confidence = 0.95) {
  let pictures = 0;
  const start = async () => {
    if (text === null) throw new Error('no data');
    const run = async () => {
      pictures += 1;
      return { ...reading(text, confidence), milliseconds: 60 };
    };
    return { run, stop: () => undefined };
  };
  const pool = createEnginePool(start, { size: 1, runTimeoutMs: 500, startTimeoutMs: 500, idleMs: 500 });
  pools.push(pool);
  return { reread: createEnglishReader(pool), pictures: () => pictures };
}

describe('reading once more in English', () => {
  it('counts where it is surer', async () => {
    const misread = inVietnamese(LETTER.replaceAll('certificate', 'certiicate'), 0.88);
    expect(await reader(LETTER).reread(misread, picture, asked)).toMatchObject({
      text: { text: LETTER, engine: 'tesseract-js', milliseconds: 60 },
      isEnglish: true,
      milliseconds: 60,
    });
  });

  it('keeps the marks of Vietnamese names', async () => {
    const read = inVietnamese(`${LETTER} Trần Văn Đức`, 0.88);
    const { text } = await reader(`${LETTER} Tran Van Dic`).reread(read, picture, asked);
    expect(text.text).toBe(`${LETTER} Trần Văn Đức`);
  });

  it('does not count where it is hardly surer, or leaves out much of the page', async () => {
    const read = inVietnamese(LETTER, 0.94);
    for (const again of [reader(LETTER, 0.95), reader('Please find', 0.99)]) {
      const kept = await again.reread(read, picture, asked);
      expect(kept).toEqual({ text: read, isEnglish: false, milliseconds: 60 });
    }
  });

  it('costs a page in Vietnamese nothing', async () => {
    const english = reader(LETTER);
    const read = inVietnamese(
      'Đề nghị quý cơ quan xem xét, giải quyết theo quy định của pháp luật hiện hành',
      0.6,
    );
    expect(await english.reread(read, picture, asked)).toEqual({
      text: read,
      isEnglish: false,
      milliseconds: 0,
    });
    expect(english.pictures()).toBe(0);
  });

  it('leaves the reading at hand where English does not start or nobody waits any more', async () => {
    const read = inVietnamese(LETTER, 0.8);
    expect((await reader(null).reread(read, picture, asked)).text).toBe(read);
    const signal = AbortSignal.abort();
    expect((await reader(LETTER).reread(read, picture, { ...asked, signal })).text).toBe(read);
  });
});

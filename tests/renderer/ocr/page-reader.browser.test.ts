import { afterEach, describe, expect, it } from 'vitest';
import { ocrAssets } from '../../../src/renderer/ocr/ocr-assets.ts';
import type { GetPagePicture, PagePicture } from '../../../src/renderer/ocr/page-picture.ts';
import { createPageReader } from '../../../src/renderer/ocr/page-reader.ts';
import type { PageReader, ReadingRequest } from '../../../src/renderer/ports/page-reader.ts';
import type { LocalDate } from '../../../src/shared/base/dates.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { pngSize } from '../../../src/shared/base/png-size.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import noticeUrl from './pictures/notice-head-200dpi.png?url';

// The real engine with its real files, served by the project's own plugin; only the page store is a picture here.
const assets = ocrAssets(new URL('/', document.baseURI).href);
const request: ReadingRequest = { sha256: 'c'.repeat(64) as Sha256, rotation: 0, priority: 'looking' };
const today = (): LocalDate => '2026-11-21' as LocalDate;
const opened: PageReader[] = [];
afterEach(() => {
  for (const reader of opened.splice(0)) reader.close();
});

const asPicture = (png: Uint8Array<ArrayBuffer>, facts: Partial<PagePicture>): PagePicture => ({
  ...{
    width: 0,
    height: 0,
    dpi: 200,
    skewDegrees: 0,
    blank: false,
    codesSeen: false,
    upsideDown: false,
    darkGround: false,
  },
  ...facts,
  png: async () => ok(png),
});

/** The upper part of a notice that lies turned by `lying` degrees in the scanner. */
function scanned(lying: number): GetPagePicture {
  return async (_, { rotation }) => {
    const bytes = await (await fetch(noticeUrl)).arrayBuffer();
    const png = await turnedBy(new Uint8Array(bytes), (lying + rotation) % 360);
    const size = pngSize(png) ?? { width: 0, height: 0 };
    return ok(asPicture(png, { ...size, skewDegrees: -0.76 }));
  };
}

/** A page with these lines, as a printer would print them. */
function printed(lines: readonly string[]): GetPagePicture {
  return async () => {
    const [width, height] = [1300, 100 + lines.length * 60];
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = 'black';
    pen.font = '34px serif';
    for (const [at, line] of lines.entries()) pen.fillText(line, 60, 90 + at * 60);
    const png = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return ok(asPicture(png, { width, height }));
  };
}

async function turnedBy(png: Uint8Array<ArrayBuffer>, degrees: number): Promise<Uint8Array<ArrayBuffer>> {
  if (degrees === 0) return png;
  const picture = await createImageBitmap(new Blob([png]));
  const lying = degrees % 180 !== 0;
  const [width, height] = lying ? [picture.height, picture.width] : [picture.width, picture.height];
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.translate(width / 2, height / 2);
  pen.rotate((degrees * Math.PI) / 180);
  pen.drawImage(picture, -picture.width / 2, -picture.height / 2);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

function reader(getPicture: GetPagePicture, more: { assets?: typeof assets; runTimeoutMs?: number } = {}) {
  const made = createPageReader({ assets, cores: 2, today, getPicture, ...more });
  opened.push(made);
  return made;
}

async function readingOf(given: PageReader, asked = request) {
  const result = await given.read(asked);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('page reader', () => {
  it('reads Vietnamese with boxes and proposes fields', async () => {
    const reading = await readingOf(reader(scanned(0)));
    expect(reading).toMatchObject({ rotation: 0, skewDegrees: -0.76, blank: false });
    expect(reading.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(reading.text).toBe(reading.text.normalize('NFC'));
    expect(reading.meanConfidence).toBeGreaterThan(0.85);
    for (const { box, confidence } of reading.words) {
      for (const part of [box.x, box.y, box.x + box.width, box.y + box.height, confidence]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1.001);
      }
    }
    expect(Object.fromEntries(reading.fields.map(({ name, value }) => [name, value]))).toMatchObject({
      'document-number': '30/TB-TTPVHCC',
      'issue-date': '2025-10-08',
      'issuing-body': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    });
  });

  it.each([180, 90, 270])(
    'finds a page that lies at %d° and says the turn that brings it upright',
    async (lying) => {
      const reading = await readingOf(reader(scanned(lying)));
      expect(reading.rotation).toBe(360 - lying);
      expect(reading.text).toContain('Độc lập - Tự do - Hạnh phúc');
    },
  );

  it('reads a page in English as English, and leaves Vietnamese names their marks', async () => {
    const lines = [
      'To whom it may concern,',
      'This is to certify that the flight ticket of our office staff was paid',
      'in full by Trần Văn Đức before the first of February.',
      'The original certificate of graduation is enclosed for verification.',
    ];
    const reading = await readingOf(reader(printed(lines)));
    expect(reading.text.split('\n')).toEqual(lines);
  });

  it('reads several pages at once, each for itself', async () => {
    const given = reader(scanned(0));
    const shas = ['1', '2', '3', '4'].map((digit) => digit.repeat(64) as Sha256);
    const readings = await Promise.all(shas.map((sha256) => readingOf(given, { ...request, sha256 })));
    expect(readings.map((reading) => reading.sha256)).toEqual(shas);
    expect(new Set(readings.map((reading) => reading.text)).size).toBe(1);
  });

  it('a blank page costs the engine nothing', async () => {
    const given = reader(async () => ok(asPicture(new Uint8Array(), { width: 10, height: 10, blank: true })));
    const reading = await readingOf(given);
    expect(reading).toMatchObject({ blank: true, text: '', words: [], fields: [] });
  });

  it('an engine that does not answer in time is thrown away; the page fails after two tries', async () => {
    expect(await reader(scanned(0), { runTimeoutMs: 20 }).read(request)).toMatchObject({
      ok: false,
      failure: { code: 'reading-timed-out', facts: { seconds: 0.02 } },
    });
  });

  it.each(['folder', 'worker'] as const)(
    'a missing %s of the engine is told, not waited for',
    async (part) => {
      const missing = { ...assets, [part]: new URL('/nowhere.js', document.baseURI).href };
      expect(await reader(scanned(0), { assets: missing }).read(request)).toMatchObject({
        failure: { code: 'reading-engine-failed' },
      });
    },
  );

  it('passes on why there is no picture', async () => {
    const given = reader(async () => fail('reading-picture-failed', 'officer-decides', { status: 404 }));
    expect(await given.read(request)).toMatchObject({ failure: { facts: { status: 404 } } });
  });
});

import { describe, expect, test } from 'vitest';
import {
  type ArchivalMakerOptions,
  createArchivalMaker,
} from '../../../../src/main/documents/archival-pdf/archival-maker.ts';
import type { ArchivalPage } from '../../../../src/main/documents/archival-pdf/archival-page.ts';
import { type Failure, fail, ok, type Result } from '../../../../src/shared/base/result.ts';
import { checkWithQpdf, pageTexts } from '../pdf-tools.ts';
import { about, setLines, sheet, strokes, tinos } from './sample-page.ts';

const WORKER = new URL('../../../../src/main/documents/archival-pdf/archival-worker.ts', import.meta.url);
const SILENT = new URL('./silent-worker.ts', import.meta.url);

const defects: string[] = [];
const maker = (more: Partial<ArchivalMakerOptions> = {}) =>
  createArchivalMaker({
    workerUrl: WORKER,
    loadFont: async () => tinos,
    reportDefect: (code) => defects.push(code),
    ...more,
  });

const page = (text: string): ArchivalPage => ({
  picture: sheet(150, 60, strokes(40), { dpi: 200 }),
  words: setLines([text]),
});

async function collect(content: AsyncIterable<Uint8Array>): Promise<Result<Buffer, Failure>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return ok(Buffer.concat(pieces));
}

async function* oneByOne(texts: readonly string[], asked: string[] = []) {
  for (const text of texts) {
    asked.push(text);
    yield ok(page(text));
  }
}

describe('making in a thread', () => {
  test('[ARC-1] pages come out in the order in which they went in', async () => {
    const made = await maker().make(about, oneByOne(['Trang một', 'Trang hai', 'Trang ba']), collect);
    if (!made.ok) throw new Error(made.failure.code);
    expect(checkWithQpdf(made.value)).toContain('No syntax');
    expect(pageTexts(made.value)).toEqual(['Trang một', 'Trang hai', 'Trang ba']);
  });

  test('[ARC-6] a page is asked for when the one before is taken: never more than one ahead', async () => {
    const asked: string[] = [];
    await maker().make(about, oneByOne(['1', '2', '3', '4'], asked), async (content) => {
      let taken = 0;
      for await (const _ of content) {
        taken += 1;
        expect(asked.length).toBeLessThanOrEqual(taken + 1);
      }
      return ok(taken);
    });
    expect(asked).toHaveLength(4);
  });

  test('[ARC-7] a page that cannot be had ends it with that failure, and the saver learns that it is not whole', async () => {
    async function* damaged() {
      yield ok(page('Trang một'));
      yield fail('page-damaged', 'call-support', { sha256: 'ab' });
      yield ok(page('Trang ba'));
    }
    let whole = false;
    const made = await maker().make(about, damaged(), async (content) => {
      const all = await collect(content);
      whole = true;
      return all;
    });
    expect(made).toEqual(fail('page-damaged', 'call-support', { sha256: 'ab' }));
    expect(whole).toBe(false);
  });

  test('[ARC-7] no page, no document', async () => {
    expect(await maker().make(about, oneByOne([]), collect)).toEqual(
      fail('paper-without-pages', 'officer-decides'),
    );
  });

  test('[ARC-6] a thread that says nothing is stopped, and the next document is made', async () => {
    const silent = maker({ workerUrl: SILENT, timeoutMs: 200 });
    expect(await silent.make(about, oneByOne(['1']), collect)).toEqual(
      fail('document-maker-hung', 'retry-later'),
    );
    expect(defects).toContain('document-maker-hung');
    expect((await maker().make(about, oneByOne(['1']), collect)).ok).toBe(true);
  });

  test('[ARC-6] a picture that is none is a defect, reported, and the thread does not stay', async () => {
    async function* lying() {
      yield ok({ ...page('1'), picture: { ...page('1').picture, width: 99_999 } });
    }
    expect(await maker().make(about, lying(), collect)).toEqual(fail('document-not-made', 'call-support'));
    expect(defects).toContain('document-not-made');
  });

  test('what the saver fails with is given back; what it throws is thrown on', async () => {
    const full = await maker().make(about, oneByOne(['1']), async () => fail('disk-full', 'officer-decides'));
    expect(full).toEqual(fail('disk-full', 'officer-decides'));
    const broken = maker().make(about, oneByOne(['1']), async (content) => {
      for await (const _ of content) throw new Error('stick pulled out');
      return ok(0);
    });
    await expect(broken).rejects.toThrow('stick pulled out');
  });

  test('without its font nothing is begun', async () => {
    const bare = maker({ loadFont: () => Promise.reject(new Error('ENOENT')) });
    expect(await bare.make(about, oneByOne(['1']), collect)).toEqual(
      fail('document-font-missing', 'call-support'),
    );
  });
});

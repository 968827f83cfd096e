import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDigitisedPaper } from '../../../src/main/bridge/make-digitised-paper.ts';
import { createArchivalMaker } from '../../../src/main/documents/archival-pdf/archival-maker.ts';
import { type DocumentStore, openDocumentStore } from '../../../src/main/page-store/page-store.ts';
import type { PageLook } from '../../../src/shared/domain/page/page.ts';
import { dossierId, openDesk, run } from '../../shared/support/a-desk.ts';
import { contentFor, page, papersFor, receive } from '../../shared/support/a-dossier.ts';
import { residence } from '../../shared/support/sample-procedures.ts';
import { setLines, sheet, strokes, tinos } from '../documents/archival-pdf/sample-page.ts';
import { checkWithQpdf, pageTexts, pdfInfo } from '../documents/pdf-tools.ts';

const [first, ...others] = papersFor(residence);
if (first === undefined) throw new Error('a procedure without papers');
const paper = { ...first, pages: [page(), { ...page(), rotation: 90 as const }, page()] };
const state = run(openDesk(), receive(1, contentFor(residence, { papers: [paper, ...others] }))).state;
const words = paper.pages.map(({ pageId }, at) => ({ pageId, words: [...setLines([`Trang ${at + 1}`])] }));
const wish = { dossierId: dossierId(1), paperId: paper.paperId, words };

describe('a paper of a dossier as an archival PDF', () => {
  let folder: string;
  let documents: DocumentStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quay-archive-'));
    const opened = await openDocumentStore({ dir: folder, key: randomBytes(32) });
    if (!opened.ok) throw new Error(opened.failure.code);
    documents = opened.value;
  });
  afterAll(() => rm(folder, { recursive: true }));

  const parts = (asked: (readonly [string, PageLook])[] = [], lost?: string) => ({
    documents,
    maker: createArchivalMaker({
      workerUrl: new URL('../../../src/main/documents/archival-pdf/archival-worker.ts', import.meta.url),
      loadFont: async () => tinos,
      reportDefect: (code, defect) => console.error(code, defect),
    }),
    whole: async (sha256: string, look: PageLook) => {
      asked.push([sha256, look]);
      // Larger than a card: two of those would share a sheet [ARC-9].
      return sha256 === lost ? null : sheet(150, 190, strokes(30), { dpi: 200 });
    },
  });

  it('[ARC-1] has the pages of the journal, in order and turned as the dossier has them, with their words', async () => {
    const asked: (readonly [string, PageLook])[] = [];
    const made = await makeDigitisedPaper(parts(asked), state, wish);
    if (!made.ok) throw new Error(made.failure.code);
    expect(asked).toEqual(paper.pages.map(({ sha256, rotation }) => [sha256, { rotation, cut: undefined }]));
    const kept = await documents.readAll(made.value.documentId);
    if (!kept.ok) throw new Error(kept.failure.code);
    expect(checkWithQpdf(kept.value.bytes)).toContain('No syntax');
    expect(pageTexts(kept.value.bytes)).toEqual(['Trang 1', 'Trang 2', 'Trang 3']);
    const code = state.dossiers.get(dossierId(1))?.code ?? '';
    expect(made.value.fileName).toBe(`so-hoa-${code}-01.pdf`);
    expect(pdfInfo(kept.value.bytes)).toContain(`Title:           ${paper.name}`);
    expect(pdfInfo(kept.value.bytes)).toContain(code);
  });

  it('[CL-7] a separator sheet that an officer put to the paper is none of its pages', async () => {
    const [one, ...rest] = paper.pages;
    if (one === undefined) throw new Error('a paper without pages');
    const stack = { ...paper, pages: [one, { ...page(), hidden: 'separator' as const }, ...rest] };
    const received = run(openDesk(), receive(1, contentFor(residence, { papers: [stack, ...others] }))).state;
    const asked: (readonly [string, PageLook])[] = [];
    expect(await makeDigitisedPaper(parts(asked), received, wish)).toMatchObject({ ok: true });
    expect(asked.map(([sha256]) => sha256)).toEqual(paper.pages.map(({ sha256 }) => sha256));
  });

  it('[ARC-8] the same pages and words are the same document', async () => {
    const once = await makeDigitisedPaper(parts(), state, wish);
    expect(await makeDigitisedPaper(parts(), state, wish)).toEqual(once);
  });

  it('[ARC-7] a page that the store lost ends it, and nothing is kept', async () => {
    const lost = paper.pages[1]?.sha256 ?? '';
    expect(await makeDigitisedPaper(parts([], lost), state, wish)).toMatchObject({
      failure: { code: 'page-missing' },
    });
  });

  it('refuses a paper without pages and a dossier that it does not know', async () => {
    const shown =
      others.find(({ pages }) => pages.length === 0)?.paperId ?? '00000000-0000-4000-8000-000000000000';
    expect(await makeDigitisedPaper(parts(), state, { ...wish, paperId: shown })).toMatchObject({
      failure: { code: 'paper-without-pages' },
    });
    expect(await makeDigitisedPaper(parts(), state, { ...wish, dossierId: dossierId(9) })).toMatchObject({
      failure: { code: 'dossier-unknown' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import {
  createDigitisedPaperActions,
  type KeptReading,
} from '../../../src/renderer/actions/digitised-paper.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { DeskBridge } from '../../../src/shared/contracts/bridge/desk-bridge.ts';
import type { DossierPage } from '../../../src/shared/domain/page/page.ts';
import { dossierId } from '../../shared/support/a-desk.ts';
import { page } from '../../shared/support/a-dossier.ts';

const word = { text: 'Số', confidence: 0.9, box: { x: 0, y: 0, width: 0.1, height: 0.02 }, line: 0 };
const kept = (requestedRotation: number, rotation: number): KeptReading => ({
  // Only what the action looks at.
  reading: { rotation, requestedRotation, words: [{ ...word, asRead: 'So' }] } as unknown as NonNullable<
    KeptReading['reading']
  >,
});

async function make(pages: readonly DossierPage[], readings: readonly KeptReading[]) {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const bridge = {
    call: async (name: string, input: unknown) => {
      sent.push([name, input]);
      return ok({ documentId: 'a', url: '', fileName: '' });
    },
  } as unknown as DeskBridge;
  const { makeDigitisedPaper } = createDigitisedPaperActions({
    bridge,
    findReading: async (each) => readings[pages.indexOf(each)] ?? {},
    readPage: (sha256) => asked.push(sha256),
  });
  const result = await makeDigitisedPaper(dossierId(1), { paperId: 'p', pages: [...pages] });
  return { result, sent, asked };
}

describe('a paper goes out as an archival PDF', () => {
  it('with the words that were read as the page lies, bare', async () => {
    const turned = { ...page(), rotation: 180 as const };
    const { sent } = await make([turned], [kept(90, 90)]);
    expect(sent).toEqual([
      [
        'document:make',
        {
          kind: 'digitised-paper',
          dossierId: dossierId(1),
          paperId: 'p',
          words: [{ pageId: turned.pageId, words: [word] }],
        },
      ],
    ]);
  });
  it('waits for pages that are not read, or were read as they no longer lie, and asks for them', async () => {
    const pages = [page(), page(), page()];
    const { result, sent, asked } = await make(pages, [kept(0, 0), kept(0, 90), {}]);
    expect(result).toMatchObject({ failure: { code: 'paper-still-reading', facts: { pages: 2 } } });
    expect(asked).toEqual([pages[1]?.sha256, pages[2]?.sha256]);
    expect(sent).toEqual([]);
  });
  it('a page that could not be read goes as a picture', async () => {
    const { sent, asked } = await make([page()], [{ failure: 'reading-timed-out' }]);
    expect(asked).toEqual([]);
    expect(sent).toMatchObject([['document:make', { words: [] }]]);
  });
});

import { fail } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { PageWords } from '../../shared/contracts/bridge/page-words.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { DossierPage, PageCut } from '../../shared/domain/page/page.ts';
import { sameLook } from '../../shared/domain/page/page-look.ts';
import { archivedPages } from '../../shared/domain/paper/archived-pages.ts';
import type { DeskActions } from './desk-actions.ts';

/** What is kept of a page's reading: what was read and with which look, or why it could not be read. */
export type KeptReading = {
  readonly reading?:
    | (PageReading & {
        readonly requestedRotation: number;
        readonly requestedCut?: PageCut | undefined;
      })
    | undefined;
  readonly failure?: string | undefined;
};

/**
 * The archival PDF of one paper. Pages that are not read yet, or were read as they no longer lie, are asked for and the
 * officer is told to wait (`paper-still-reading`, facts: pages): an archive without words would look like one with them.
 * A page that could not be read goes in as a picture alone.
 */
export function createDigitisedPaperActions(parts: {
  readonly bridge: DeskBridge;
  readonly findReading: (page: DossierPage) => Promise<KeptReading>;
  readonly readPage: DeskActions['readPage'];
}): Pick<DeskActions, 'makeDigitisedPaper'> {
  const { bridge, findReading, readPage } = parts;
  return {
    makeDigitisedPaper: async (dossierId, { paperId, pages }) => {
      const words: PageWords[] = [];
      let unread = 0;
      for (const page of archivedPages(pages)) {
        const { reading, failure } = await findReading(page);
        if (reading !== undefined && fits(reading, page)) {
          words.push({ pageId: page.pageId, words: reading.words.map(bare) });
        } else if (failure === undefined) {
          unread += 1;
          readPage(page.sha256, page, 'looking');
        }
      }
      if (unread > 0) return fail('paper-still-reading', 'retry-later', { pages: unread });
      return bridge.call('document:make', { kind: 'digitised-paper', dossierId, paperId, words });
    },
  };
}

/** Same turn and cut as the dossier shows: else the boxes are those of another picture. */
const fits = (
  { requestedRotation, rotation, requestedCut }: NonNullable<KeptReading['reading']>,
  page: DossierPage,
): boolean =>
  (requestedRotation + rotation) % 360 === page.rotation &&
  sameLook({ rotation: page.rotation, cut: requestedCut }, page);

const bare = ({ text, confidence, box, line }: PageReading['words'][number]): PageWords['words'][number] => ({
  text,
  confidence,
  box,
  line,
});

import type { Failure, Result } from '../../shared/base/result.ts';
import { fail, ok } from '../../shared/base/result.ts';
import { type PageLook, PageRotation } from '../../shared/domain/page/page.ts';
import { writeWholeFile } from '../disk/durable-writes.ts';
import type { ArchivalMaker } from '../documents/archival-pdf/archival-maker.ts';
import type { ArchivalPage, UprightPicture } from '../documents/archival-pdf/archival-page.ts';
import type { ReadingOutcome } from '../reading/reading-outcome.ts';

export type ReadingArchive = {
  /** In the order of files and pages. A page that was not read is kept without words; a file without pages is not. */
  readonly add: (outcome: ReadingOutcome) => void;
  /** Settles when the file is written, whole and durable. Fails with `document-not-saved` or as the maker does. */
  readonly finish: () => Promise<Result<{ readonly path: string; readonly pages: number }, Failure>>;
  /** Reading came to nothing: no file is left. */
  readonly giveUp: () => Promise<void>;
};

/**
 * `npm run read -- --pdf`: what has been read goes into one archival PDF, page by page while the next are still being
 * read. Only words wait here, never pictures.
 * @param path absolute; a file of that name is replaced when the new one is whole
 */
export function createReadingArchive(parts: {
  readonly maker: ArchivalMaker;
  readonly path: string;
  readonly title: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly whole: (sha256: string, look: PageLook) => Promise<UprightPicture | null>;
}): ReadingArchive {
  const { maker, path, title, subject, createdAt, whole } = parts;
  const waiting: (() => Promise<Result<ArchivalPage, Failure>>)[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  let pages = 0;

  const put = (page: () => Promise<Result<ArchivalPage, Failure>>): void => {
    waiting.push(page);
    wake();
  };

  async function* inOrder(): AsyncGenerator<Result<ArchivalPage, Failure>> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        pages += 1;
        yield await next();
      } else if (ended) return;
      else
        await new Promise<void>((come) => {
          wake = come;
        });
    }
  }

  const making = maker.make(
    { title, subject, keywords: '', createdAt, identity: `${path} ${createdAt.toISOString()}` },
    inOrder(),
    async (content) => {
      await writeWholeFile(path, content);
      return ok({ path, pages });
    },
  );
  // What the disk refuses may come long before anybody asks.
  const made = making.catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown)
      return fail('document-not-saved', 'officer-decides', { errno: String(thrown.code) });
    throw thrown;
  });
  made.catch(() => undefined);

  return {
    add: (outcome) => {
      if (outcome.page === null) return;
      const { sha256, rotation, words } =
        'failure' in outcome ? { sha256: outcome.sha256, rotation: 0, words: [] } : outcome.reading;
      put(async () => {
        const picture = await whole(sha256, { rotation: PageRotation.parse(rotation) });
        return picture === null ? fail('page-missing', 'call-support', { sha256 }) : ok({ picture, words });
      });
    },
    finish: () => {
      ended = true;
      wake();
      return made;
    },
    giveUp: async () => {
      put(async () => fail('document-not-made', 'call-support'));
      // Whoever asked by `finish` was told; nobody else waits for it.
      await made.catch(() => undefined);
    },
  };
}

import type { Sha256 } from '../../shared/base/ids.ts';
import { mendPage } from '../backup/copy-page.ts';
import type { PageFiles } from '../backup/ports.ts';
import type { PageStore } from '../page-store/page-store.ts';

/**
 * The page store with the copy behind it: a page that is missing or damaged here is taken back from there when it is
 * asked for. Damage that shows only while a stream runs ends that stream, and the next one is whole.
 */
export function createMendedPages(pages: PageStore, copy: () => PageFiles | null): PageStore {
  async function mended(sha256: Sha256, code: string): Promise<boolean> {
    const there = copy();
    const curable = code === 'page-missing' || code === 'page-damaged';
    return curable && there !== null && (await mendPage(pages, there, sha256));
  }
  return {
    ...pages,
    readAll: async (sha256) => {
      const read = await pages.readAll(sha256);
      return read.ok || !(await mended(sha256, read.failure.code)) ? read : pages.readAll(sha256);
    },
    openRead: async (sha256) => {
      const first = await pages.openRead(sha256);
      const opened =
        first.ok || !(await mended(sha256, first.failure.code)) ? first : await pages.openRead(sha256);
      if (opened.ok) {
        opened.value.stream.once('error', (error) => {
          const code = 'code' in error ? String(error.code) : '';
          // Whether it could be mended shows at the next read.
          void mended(sha256, code).catch(() => false);
        });
      }
      return opened;
    },
  };
}

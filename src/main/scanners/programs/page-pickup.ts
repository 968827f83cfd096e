import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../../shared/base/result.ts';
import type { StoredPage } from '../../../shared/domain/page/page.ts';
import type { KeepScannedPage } from '../scanner-driver.ts';

/** Whoever scans writes `page-0001.tiff.part` and renames it when the page is whole; names sort in the order of pages. */
const WHOLE_PAGE = /^page-\d+\.(?:tiff?|jpe?g|png|pdf)$/;

export type PagePickup = {
  /** A page is whole: keep it next, in order. */
  readonly pick: (file: string) => void;
  /** Waits for all that was picked, and picks what lies whole in the folder but was never announced. */
  readonly finish: () => Promise<{
    readonly pages: readonly StoredPage[];
    readonly refusal: Failure | null;
  }>;
};

/** Takes finished pages out of the folder one after the other, each kept before its file is removed. */
export function createPagePickup(folder: string, keep: KeepScannedPage, onRefusal: () => void): PagePickup {
  const pages: StoredPage[] = [];
  const picked = new Set<string>();
  let refusal: Failure | null = null;
  let work = Promise.resolve();

  async function keepNext(file: string): Promise<void> {
    if (refusal !== null) return;
    const kept = await keep(await readFile(join(folder, file)), file);
    if (!kept.ok) {
      refusal = kept.failure;
      onRefusal();
      return;
    }
    pages.push(...kept.value);
    await rm(join(folder, file), { force: true });
  }

  function pick(file: string): void {
    if (!WHOLE_PAGE.test(file) || picked.has(file)) return;
    picked.add(file);
    work = work.then(() => keepNext(file));
    // an unexpected error must not end the process here; `finish` throws it to who asked for the scan
    work.catch(() => onRefusal());
  }

  return {
    pick,
    finish: async () => {
      for (const file of (await readdir(folder)).sort()) pick(file);
      await work;
      return { pages, refusal };
    },
  };
}

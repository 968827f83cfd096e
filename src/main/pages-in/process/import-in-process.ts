import type { PutPage } from '../put-page.ts';
import { createFileOpener, type FileOpener, type ImportChild, type Imported } from './import-child.ts';

export type ImportProcesses = {
  /**
   * `importFile` in a process of its own. Failures besides those of the importer: `file-reader-crashed`,
   * `file-reader-hung`; the next file is opened by another process.
   */
  readonly importFile: (
    file: { readonly name: string; readonly bytes: Uint8Array },
    ports: { readonly putPage: PutPage },
  ) => Promise<Imported>;
  /** A file is on its way: a process is started for it if none is there. */
  readonly makeReady: () => void;
  /** Ends them all; what is under way is answered as crashed. */
  readonly close: () => void;
};

export type ImportTimes = { readonly silenceMs: number; readonly idleMs: number };

export const IMPORT_TIMES: ImportTimes = {
  /** Longer than the PDF thread's watchdog of a page, which knows better what hangs. */
  silenceMs: 90_000,
  /** A process that waits holds some 80 MB. */
  idleMs: 120_000,
};

/**
 * Opens files in processes (`import-program.ts`), each one file at a time: what a file brings down is known by its name,
 * and a scanned sheet need not wait behind a PDF of 300 pages. A process that is free is used again.
 */
export function createImportProcesses(
  start: () => ImportChild,
  times: ImportTimes = IMPORT_TIMES,
): ImportProcesses {
  const all = new Set<FileOpener>();
  const free = new Map<FileOpener, NodeJS.Timeout>();

  function take(): FileOpener {
    for (const [opener, idle] of free) {
      clearTimeout(idle);
      free.delete(opener);
      return opener;
    }
    const opener = createFileOpener(start(), times.silenceMs, () => {
      clearTimeout(free.get(opener));
      free.delete(opener);
      all.delete(opener);
    });
    all.add(opener);
    return opener;
  }

  function giveBack(opener: FileOpener): void {
    const idle = setTimeout(opener.kill, times.idleMs);
    idle.unref();
    free.set(opener, idle);
  }

  return {
    makeReady: () => {
      if (all.size === 0) giveBack(take());
    },
    importFile: async ({ name, bytes }, { putPage }) => {
      const opener = take();
      let imported: Imported;
      try {
        imported = await opener.open(name, bytes, putPage);
      } catch (defect) {
        // the process still waits for an answer: it is not asked again
        opener.kill();
        throw defect;
      }
      if (!opener.isGone()) giveBack(opener);
      return imported;
    },
    close: () => {
      for (const opener of all) opener.kill();
    },
  };
}

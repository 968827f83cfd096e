import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Dialog, Shell } from 'electron';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { removeLeftBehind } from '../disk/left-behind.ts';

/** Ways out of the desk for a paper that it made, other than the printer. */
export type DocumentExits = {
  /** Asks where to; `saved: false` when the officer thought better of it. */
  readonly save: (
    bytes: Uint8Array,
    fileName: string,
  ) => Promise<Result<{ readonly saved: boolean; readonly path: string }, Failure>>;
  /** Shows it in the system's PDF program. */
  readonly open: (bytes: Uint8Array, fileName: string) => Promise<Result<Record<string, never>, Failure>>;
  /** Removes what was opened, here or by a desk that was killed: papers with personal data do not stay in clear text (Luật 91/2025). */
  readonly cleanUp: () => Promise<void>;
};

/** Folders carry the number of their process. */
const PREFIX = 'quay-';

/** Throws what is no errno error: a defect. */
function errnoOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
  throw thrown;
}

export function createDocumentExits(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  shell: Pick<Shell, 'openPath'>,
): DocumentExits {
  let folder: string | null = null;
  return {
    save: async (bytes, fileName) => {
      const chosen = await dialog.showSaveDialog({
        defaultPath: fileName,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (chosen.canceled || chosen.filePath === '') return ok({ saved: false, path: '' });
      try {
        await writeFile(chosen.filePath, bytes);
      } catch (thrown) {
        return fail('document-not-saved', 'officer-decides', { errno: errnoOf(thrown) });
      }
      return ok({ saved: true, path: chosen.filePath });
    },
    open: async (bytes, fileName) => {
      let path: string;
      try {
        if (folder === null) await removeLeftBehind(tmpdir(), PREFIX);
        folder ??= await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
        path = join(folder, basename(fileName));
        await writeFile(path, bytes, { mode: 0o600 });
      } catch (thrown) {
        return fail('document-not-opened', 'officer-decides', { errno: errnoOf(thrown) });
      }
      const trouble = await shell.openPath(path);
      return trouble === '' ? ok({}) : fail('document-not-opened', 'officer-decides');
    },
    cleanUp: async () => {
      await removeLeftBehind(tmpdir(), PREFIX).catch(errnoOf);
      if (folder !== null) await rm(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

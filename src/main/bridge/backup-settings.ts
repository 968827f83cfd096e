import { z } from 'zod';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';

/** Values of this PC alone: no copy holds them, and no restored desk gets them. */
export const OWN_VALUES = ['backup', 'restored', 'continued-elsewhere'] as const;
const HOT_FOLDER = /^hot-folder/;
/** Paths of the old PC say nothing on a new one. */
export const isCopiedValue = (name: string): boolean =>
  !(OWN_VALUES as readonly string[]).includes(name) && !HOT_FOLDER.test(name);

const BackupSettings = z.object({
  folder: z.string(),
  dir: z.string(),
  /** Names this PC in the copy's description. */
  owner: z.uuid(),
  /** Set by a restore until the description there names this PC. */
  takesOverFrom: z.uuid().nullable(),
});
export type BackupSettings = Readonly<z.infer<typeof BackupSettings>>;

/** null when none is chosen, or the value no longer opens: it is chosen anew then. */
export async function loadBackupSettings(values: SealedFiles): Promise<BackupSettings | null> {
  const loaded = await values.load('backup');
  const parsed = BackupSettings.safeParse(loaded.ok ? loaded.value : null);
  return parsed.success ? parsed.data : null;
}

export const saveBackupSettings = (values: SealedFiles, settings: BackupSettings | null) =>
  settings === null ? values.remove('backup') : values.save('backup', settings);

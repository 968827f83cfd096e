import type { Dialog } from 'electron';

/** The folder that the officer names, also one that is made there and then; null when the dialog was left without a choice. */
export async function askFolder(dialog: Pick<Dialog, 'showOpenDialog'>): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

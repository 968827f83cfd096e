import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MODEL = 'vie.traineddata';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Puts the app's own model (0.5 MB) where another program can read it: a packaged app is one file, which only this one
 * sees into. Written again when it is not the app's any more. Gives the folder; throws errno errors.
 */
export async function placeModel(builtFolder: string, folder: string): Promise<string> {
  const model = await readFile(join(builtFolder, MODEL));
  const placed = join(folder, MODEL);
  const there = await readFile(placed).catch(() => null);
  if (there === null || sha256(there) !== sha256(model)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(placed, model);
  }
  return folder;
}

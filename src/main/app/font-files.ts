import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const resolvePackage = createRequire(import.meta.url);

/** Tinos and Arimo (SIL OFL) as their packages ship them: `Tinos_400Regular` lies in `400Regular/`. */
export function loadFontFile(name: string): Promise<Uint8Array> {
  const family = name.slice(0, name.indexOf('_'));
  const style = name.slice(family.length + 1);
  const folder = dirname(resolvePackage.resolve(`@expo-google-fonts/${family.toLowerCase()}/package.json`));
  return readFile(join(folder, style, `${name}.ttf`));
}

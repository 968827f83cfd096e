import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_NAMES, type FontFiles, type FontName } from '../../../src/main/documents/layout/fonts.ts';

const tinos = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')));

/** The faces as the npm package holds them: `400Regular/Tinos_400Regular.ttf`. */
export const loadFont = async (name: FontName): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(tinos, name.replace('Tinos_', ''), `${name}.ttf`)));

export async function loadFonts(): Promise<FontFiles> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    loadFont(FONT_NAMES.regular),
    loadFont(FONT_NAMES.bold),
    loadFont(FONT_NAMES.italic),
    loadFont(FONT_NAMES['bold-italic']),
  ]);
  return { regular, bold, italic, 'bold-italic': boldItalic };
}

import fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

/** Tinos has the widths of Times New Roman, which NĐ 30/2020 asks for, and every Vietnamese letter. */
export const FONT_FACES = ['regular', 'bold', 'italic', 'bold-italic'] as const;
export type FontFace = (typeof FONT_FACES)[number];

/** File names (without `.ttf`) in the package @expo-google-fonts/tinos; packaging places them. */
export const FONT_NAMES = {
  regular: 'Tinos_400Regular',
  bold: 'Tinos_700Bold',
  italic: 'Tinos_400Regular_Italic',
  'bold-italic': 'Tinos_700Bold_Italic',
} as const satisfies Record<FontFace, string>;
export type FontName = (typeof FONT_NAMES)[FontFace];

/** TrueType bytes of each face. */
export type FontFiles = Readonly<Record<FontFace, Uint8Array>>;
export type EmbeddedFonts = Readonly<Record<FontFace, PDFFont>>;

/** Subset tags must be six capitals; fixed ones keep the bytes of a reprint the same. */
const SUBSET_NAMES: Record<FontFace, string> = {
  regular: 'QMCAAA+Tinos-Regular',
  bold: 'QMCAAB+Tinos-Bold',
  italic: 'QMCAAC+Tinos-Italic',
  'bold-italic': 'QMCAAD+Tinos-BoldItalic',
};

/** Embeds the letters that are used, as one subset per face. Ligatures are off: they would spoil copied text. */
export async function embedFonts(pdf: PDFDocument, files: FontFiles): Promise<EmbeddedFonts> {
  pdf.registerFontkit(fontkit);
  const embed = (face: FontFace) =>
    pdf.embedFont(files[face], {
      subset: true,
      customName: SUBSET_NAMES[face],
      features: { liga: false, clig: false },
    });
  return {
    regular: await embed('regular'),
    bold: await embed('bold'),
    italic: await embed('italic'),
    'bold-italic': await embed('bold-italic'),
  };
}

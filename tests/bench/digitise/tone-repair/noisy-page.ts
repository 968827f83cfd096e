import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { seededRandom } from '../../../support/seeded-random.ts';

const fonts = resolve(import.meta.dirname, '../../../../node_modules/@expo-google-fonts');
const FACES = [
  { file: join(fonts, 'tinos/400Regular/Tinos_400Regular.ttf'), font: 'Tinos 13' },
  { file: join(fonts, 'tinos/400Regular/Tinos_400Regular.ttf'), font: 'Tinos 11' },
  { file: join(fonts, 'tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'), font: 'Tinos Italic 13' },
  { file: join(fonts, 'tinos/700Bold/Tinos_700Bold.ttf'), font: 'Tinos Bold 13' },
] as const;
const RESOLUTIONS = [110, 120, 135, 150, 150, 200] as const;
const PAGE_DPI = 300;
const A4 = { width: 2480, height: 3508 } as const;
const MARGIN = 220;

/** A page of the text as a poor scanner gives it: faint or photocopied, grainy, blurred, askew, 110–200 dpi, JPEG. */
export async function noisyPage(text: string, seed: number): Promise<Buffer> {
  const random = seededRandom(seed).next;
  const between = (low: number, high: number): number => low + (high - low) * random();
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const { file, font } = oneOf(FACES);
  const print = await sharp({
    text: {
      text,
      fontfile: file,
      font,
      width: A4.width - 2 * MARGIN,
      dpi: PAGE_DPI,
      justify: true,
      spacing: 12,
    },
  })
    .negate()
    .toColourspace('b-w')
    .png()
    .toBuffer({ resolveWithObject: true });
  const height = Math.min(print.info.height, A4.height - 2 * MARGIN);
  const cut = await sharp(print.data)
    .extract({ left: 0, top: 0, width: print.info.width, height })
    .toBuffer();
  const page = await sharp({ create: { ...A4, channels: 3, background: 'white' } })
    .composite([{ input: cut, left: MARGIN, top: MARGIN }])
    .png()
    .toBuffer();
  const dpi = oneOf(RESOLUTIONS);
  const small = await sharp(page)
    .rotate(between(-1.5, 1.5), { background: 'white' })
    .resize({ width: Math.round((A4.width * dpi) / PAGE_DPI) })
    .blur(between(0.3, 0.9))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const paper = between(205, 255);
  const ink = between(20, 120);
  const grain = between(2, 22);
  // A copier loses thin strokes below 150 dpi: such pages cannot be read by anyone.
  const photocopied = dpi >= 150 && random() < 0.4;
  const threshold = between(0.6, 0.8) * paper;
  const pixels = Buffer.alloc(small.data.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const noise = (random() + random() + random() - 1.5) * 2 * grain;
    const level = ink + ((small.data[at] ?? 255) / 255) * (paper - ink) + noise;
    pixels[at] = photocopied ? (level < threshold ? 10 : 250) : Math.max(0, Math.min(255, level));
  }
  return sharp(pixels, { raw: { width: small.info.width, height: small.info.height, channels: 1 } })
    .withDensity(dpi)
    .jpeg({ quality: Math.round(between(45, 85)) })
    .toBuffer();
}

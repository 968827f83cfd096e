/** What is known of a page's picture for reading; told in the headers of `/pages/<sha256>/reading`. */
export type PictureFacts = {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The engine must be told it: without it tesseract guesses 450 and loses table rows. */
  readonly dpi: number;
  /** Taken out of it, clockwise positive. */
  readonly skewDegrees: number;
  readonly blank: boolean;
  /** Something on it may be a QR code or a barcode. */
  readonly codesSeen: boolean;
  /** Its print seems to stand on its head; a hint where to begin reading. */
  readonly upsideDown: boolean;
  /** Some of its ground is dark: the engine has to try bright print too. */
  readonly darkGround: boolean;
};

export const pictureHeaders = (facts: PictureFacts): Readonly<Record<string, string>> => ({
  'x-width': String(facts.width),
  'x-height': String(facts.height),
  'x-dpi': String(facts.dpi),
  'x-skew-degrees': String(facts.skewDegrees),
  'x-blank': facts.blank ? '1' : '0',
  'x-codes-seen': facts.codesSeen ? '1' : '0',
  'x-upside-down': facts.upsideDown ? '1' : '0',
  'x-dark-ground': facts.darkGround ? '1' : '0',
});

/** @param header its value by name, null when it is not there; null when they are not of such a picture */
export function parsePictureFacts(header: (name: string) => string | null): PictureFacts | null {
  const number = (name: string): number => Number(header(name) ?? Number.NaN);
  const [width, height, dpi] = [number('x-width'), number('x-height'), number('x-dpi')];
  const skewDegrees = number('x-skew-degrees');
  if (!(width >= 1 && height >= 1 && dpi >= 1) || !Number.isFinite(skewDegrees)) return null;
  const is = (name: string): boolean => header(name) === '1';
  return {
    ...{ width, height, dpi, skewDegrees },
    blank: is('x-blank'),
    codesSeen: is('x-codes-seen'),
    upsideDown: is('x-upside-down'),
    darkGround: is('x-dark-ground'),
  };
}

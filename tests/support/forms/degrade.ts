import sharp, { type OverlayOptions } from 'sharp';
import type { Random } from '../seeded-random.ts';

/** What the way through paper and scanner did to a page. */
export type Damage = {
  readonly dpi: number;
  readonly skewDegrees: number;
  readonly blurPx: number;
  readonly noise: number;
  readonly contrast: number;
  readonly shadow: boolean;
  readonly jpegQuality: number;
};

/** From good office scans to poor ones; cards are scanned at 300 dpi, as the desk asks for. */
export function aDamage(random: Random, card: boolean): Damage {
  const poor = random.chance(0.35);
  return {
    dpi: card || random.chance(0.4) ? 300 : 200,
    skewDegrees: random.between(-1, 1) * (poor ? 3.5 : 1),
    blurPx: random.between(0, poor ? 1.3 : 0.6),
    noise: random.between(0, poor ? 22 : 8),
    contrast: poor ? random.between(0.55, 0.9) : random.between(0.85, 1),
    shadow: poor && random.chance(0.4),
    jpegQuality: Math.round(random.between(poor ? 45 : 70, 92)),
  };
}

const shade = (width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="s" x1="0" x2="1" y1="0" y2=".4"><stop offset="0" stop-opacity=".34"/><stop offset=".45" stop-opacity="0"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/></svg>`,
  );

/** A clean picture as it comes out of a scanner: turned, blurred, pale, noisy, shaded, packed. */
export async function degrade(png: Buffer, damage: Damage): Promise<Buffer> {
  const turned = await sharp(png)
    .flatten({ background: '#ffffff' })
    .rotate(damage.skewDegrees, { background: '#fbfbf9' })
    .linear(damage.contrast, 255 * (1 - damage.contrast) * 0.85)
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: Math.max(1, damage.noise) },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const soft = damage.blurPx > 0.3 ? await sharp(turned.data).blur(damage.blurPx).toBuffer() : turned.data;
  const layers: OverlayOptions[] = [{ input: noise, blend: 'soft-light' }];
  if (damage.shadow) layers.push({ input: shade(width, height), blend: 'over' });
  return sharp(soft)
    .composite(layers)
    .jpeg({ quality: damage.jpegQuality })
    .withDensity(damage.dpi)
    .toBuffer();
}

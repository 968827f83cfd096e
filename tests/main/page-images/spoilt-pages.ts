import sharp, { type Sharp } from 'sharp';
import type { PageFlaw } from '../../../src/shared/contracts/bridge/page-quality.ts';
import { seededRandom } from '../../support/seeded-random.ts';

/** A good page spoilt on purpose, and what the desk has to say about it. */
export type SpoiltPage = { readonly picture: Buffer; readonly flaw: PageFlaw['code'] };

export const SPOILS = ['blur', 'motion', 'crop', 'dark', 'coarse-100', 'coarse-150', 'glare'] as const;
export type Spoil = (typeof SPOILS)[number];

/** Spoils a page that states its resolution; equal seeds, equal pictures. */
export async function spoil(page: Buffer, how: Spoil, seed: number): Promise<SpoiltPage> {
  const random = seededRandom(seed).next;
  const { width, height, density: dpi = 200 } = await sharp(page).metadata();
  const paper = sharp(page).flatten({ background: 'white' }).toColourspace('srgb');
  const done = (picture: Sharp, density = dpi) =>
    picture.jpeg({ quality: 82 }).withDensity(Math.round(density)).toBuffer();
  const dots = dpi / 200;
  switch (how) {
    case 'blur':
      return { picture: await done(paper.blur((2.5 + 2 * random()) * dots)), flaw: 'page-blurred' };
    case 'motion': {
      const length = 2 * Math.round((5 + 3 * random()) * dots) + 1;
      const along = random() < 0.5;
      const kernel = { width: along ? length : 3, height: along ? 3 : length };
      const line = Array.from({ length: kernel.width * kernel.height }, (_, at) =>
        (along ? Math.floor(at / kernel.width) === 1 : at % 3 === 1) ? 1 : 0,
      );
      return { picture: await done(paper.convolve({ ...kernel, kernel: line })), flaw: 'page-blurred' };
    }
    case 'crop': {
      const left = Math.round(width * (0.22 + 0.3 * random()));
      return {
        picture: await done(paper.extract({ left, top: 0, width: width - left, height })),
        flaw: 'page-cut-off',
      };
    }
    case 'dark':
      return { picture: await done(paper.linear(0.25 + 0.15 * random(), 5)), flaw: 'page-too-dark' };
    case 'coarse-100':
    case 'coarse-150': {
      const scale = Number(how.slice(-3)) / dpi;
      return {
        picture: await done(paper.resize(Math.round(width * scale)), dpi * scale),
        flaw: 'page-low-resolution',
      };
    }
    case 'glare': {
      const [x, y] = [0.25 + 0.5 * random(), 0.25 + 0.5 * random()];
      const reach = 0.12 + 0.1 * random();
      const light = `<svg width="${width}" height="${height}"><defs><radialGradient id="g"><stop offset="0.45" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><circle cx="${x * width}" cy="${y * height}" r="${reach * width}" fill="url(#g)"/></svg>`;
      // paper under a lamp is grey beside the glare
      const lit = await paper.linear(0.82, 0).png({ compressionLevel: 1 }).toBuffer();
      return {
        picture: await done(sharp(lit).composite([{ input: Buffer.from(light) }])),
        flaw: 'page-glare',
      };
    }
  }
}

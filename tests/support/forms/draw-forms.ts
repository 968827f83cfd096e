import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { seededRandom } from '../seeded-random.ts';
import { ALL_PAPERS } from './all-papers.ts';
import { aDamage, degrade } from './degrade.ts';
import { aLook, type Form } from './form.ts';

export type DrawnForm = Omit<Form, 'html'> & { readonly file: string; readonly dpi: number };

const CHROMIUM = '/usr/bin/chromium';
const CSS_DPI = 96;
const MM_PER_INCH = 25.4;

/** Form `n` of a seed: what it is, always the same. */
export function composeForm(seed: number, n: number) {
  const random = seededRandom(seed * 100_003 + n);
  const look = aLook(random);
  const draw = ALL_PAPERS[n % ALL_PAPERS.length] as (typeof ALL_PAPERS)[number];
  const form = draw(random, look);
  return { form, damage: aDamage(random, form.widthMm < 150) };
}

/** Draws `count` forms of a seed into a folder, as damaged JPEGs, with what is truly on each. */
export async function drawForms(
  folder: string,
  { seed, count, first = 0 }: { readonly seed: number; readonly count: number; readonly first?: number },
): Promise<readonly DrawnForm[]> {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const drawn: DrawnForm[] = [];
    for (let n = first; n < first + count; n += 1) {
      const { form, damage } = composeForm(seed, n);
      const { html, ...truth } = form;
      const px = (mm: number): number => Math.round((mm / MM_PER_INCH) * CSS_DPI);
      const page = await browser.newPage({
        viewport: { width: px(form.widthMm), height: px(form.heightMm) },
        deviceScaleFactor: damage.dpi / CSS_DPI,
      });
      await page.setContent(html);
      const png = await page.screenshot({ type: 'png' });
      await page.close();
      const file = join(folder, `${form.kind}-${seed}-${n}.jpg`);
      await writeFile(file, await degrade(png, damage));
      drawn.push({ ...truth, file, dpi: damage.dpi });
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

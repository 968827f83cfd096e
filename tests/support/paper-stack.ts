import bwipjs from 'bwip-js/node';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { SEPARATOR_TEXT } from '../../src/shared/domain/checklist/separator.ts';
import { degrade } from './forms/degrade.ts';
import { aLook, type Draw, type Form } from './forms/form.ts';
import { slashDay } from './forms/invented-people.ts';
import { birthNotice } from './forms/papers/civil-status.ts';
import { powerOfAttorney } from './forms/papers/contracts.ts';
import { declarationForm } from './forms/papers/declarations.ts';
import { seededRandom } from './seeded-random.ts';

const DPI = 200;
const CSS_DPI = 96;
const MM_PER_INCH = 25.4;
const A4_PX = { width: Math.round((210 / MM_PER_INCH) * DPI), height: Math.round((297 / MM_PER_INCH) * DPI) };
/** A good office scanner: a little tilt, a little noise. */
const GOOD = {
  dpi: DPI,
  skewDegrees: 0.6,
  blurPx: 0.3,
  noise: 4,
  contrast: 0.97,
  shadow: false,
  jpegQuality: 85,
};
/** A sheet that moved under the lamp: still paper, no longer letters. */
const MOVED_BLUR_PX = 3.5;

/** A sheet of the stack and what is truly on it. */
export type Sheet = { readonly picture: Buffer; readonly fields: Form['fields'] };

/** What a citizen hands in to register a birth, as a scanner sees it; everyone is invented. */
export type PaperStack = {
  readonly declaration: Sheet;
  /** The declaration's back. */
  readonly blank: Buffer;
  readonly separator: Buffer;
  readonly birthNotice: Sheet;
  /** The same sheet, moved while it was scanned. */
  readonly movedBirthNotice: Buffer;
  readonly powerOfAttorney: Sheet;
};

/** @param wrongYear the declaration's birth date is a year off, so that it contradicts its own personal number */
export async function drawPaperStack({ wrongYear = false } = {}): Promise<PaperStack> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const draw = async ({ html, widthMm, heightMm }: Form): Promise<Buffer> => {
    const px = (mm: number): number => Math.round((mm / MM_PER_INCH) * CSS_DPI);
    const page = await browser.newPage({
      viewport: { width: px(widthMm), height: px(heightMm) },
      deviceScaleFactor: DPI / CSS_DPI,
    });
    await page.setContent(html);
    const png = await page.screenshot({ type: 'png' });
    await page.close();
    return png;
  };
  try {
    const declaration = compose(
      declarationForm,
      '>TỜ KHAI ĐĂNG KÝ KHAI SINH<',
      'Đăng ký khai sinh cho con',
      'Ủy ban nhân dân',
    );
    const notice = compose(birthNotice, '>GIẤY CHỨNG SINH<');
    const attorney = compose(powerOfAttorney, '>GIẤY ỦY QUYỀN<', 'khai sinh');
    const noticePng = await draw(notice);
    return {
      declaration: await scanned(await draw(wrongYear ? aYearOff(declaration) : declaration), declaration),
      blank: await degrade(await whiteSheet(), GOOD),
      separator: await degrade(await separatorSheet(), GOOD),
      birthNotice: await scanned(noticePng, notice),
      movedBirthNotice: await degrade(noticePng, { ...GOOD, blurPx: MOVED_BLUR_PX }),
      powerOfAttorney: await scanned(await draw(attorney), attorney),
    };
  } finally {
    await browser.close();
  }
}

const scanned = async (png: Buffer, { fields }: Form): Promise<Sheet> => ({
  picture: await degrade(png, GOOD),
  fields,
});

/** The first of the generator's forms that says all of this, in plain print. */
function compose(paper: Draw, ...says: readonly string[]): Form {
  for (let seed = 1; seed < 1000; seed += 1) {
    const random = seededRandom(seed);
    const look = { ...aLook(random), font: 'Liberation Serif', valueStyle: 'plain', leader: 'none' } as const;
    const form = paper(random, look);
    if (says.every((words) => form.html.includes(words))) return form;
  }
  throw new Error(`no form says ${says.join(', ')}`);
}

/** The year of birth as somebody wrote it who slipped. */
function aYearOff(form: Form): Form {
  const [year, month, day] = (form.fields['birth-date'] ?? '').split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const html = form.html.replace(slashDay({ day, month, year }), slashDay({ day, month, year: year + 1 }));
  if (html === form.html) throw new Error('no birth date stands on this form');
  return { ...form, html };
}

const whiteSheet = (): Promise<Buffer> =>
  sharp({ create: { ...A4_PX, channels: 3, background: '#fdfdfb' } })
    .png({ compressionLevel: 1 })
    .toBuffer();

async function separatorSheet(): Promise<Buffer> {
  const code = await bwipjs.toBuffer({ bcid: 'qrcode', text: SEPARATOR_TEXT, scale: 8 });
  return sharp(await whiteSheet())
    .composite([{ input: code, gravity: 'centre' }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

import type { PaperFieldName } from '../../../src/shared/domain/paper/paper-field-name.ts';
import type { OfficialKind, PaperKind } from '../../../src/shared/domain/paper/paper-kind.ts';
import type { Random } from '../seeded-random.ts';

/** How one form is printed: chosen per form, so that no rule is learnt from one look. */
export type Look = {
  readonly font: string;
  readonly sizePt: number;
  readonly lineHeight: number;
  readonly valueStyle: 'plain' | 'bold' | 'capitals';
  readonly leader: 'none' | 'dots' | 'line';
  readonly marginMm: number;
};

/** A drawn paper and what is truly on it, in the form in which fields are kept. */
export type Form = {
  readonly kind: PaperKind;
  readonly official: OfficialKind | null;
  readonly fields: Readonly<Partial<Record<PaperFieldName, string>>>;
  readonly html: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Texts of the QR codes that are drawn on it. */
  readonly codes: readonly string[];
  readonly mrz: readonly string[] | null;
};

export type Draw = (random: Random, look: Look) => Form;

export const A4 = { widthMm: 210, heightMm: 297 } as const;
export const noCodes = { codes: [], mrz: null } as const;

const FONTS = ['Liberation Serif', 'Liberation Serif', 'Liberation Serif', 'Liberation Sans', 'DejaVu Serif'];

export function aLook(random: Random): Look {
  const of = <T>(all: readonly T[]): T => all[Math.floor(random.next() * all.length)] as T;
  return {
    font: of(FONTS),
    sizePt: of([12, 13, 13, 14]),
    lineHeight: random.between(1.3, 1.7),
    valueStyle: of(['plain', 'plain', 'bold', 'capitals'] as const),
    leader: of(['none', 'none', 'dots', 'line'] as const),
    marginMm: random.between(15, 26),
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A filled-in value, with leader dots or a line beneath where the form has them. */
export function filled(look: Look, value: string, { name = false } = {}): string {
  const shown = name && look.valueStyle === 'capitals' ? value.toUpperCase() : value;
  const weight = look.valueStyle === 'plain' ? '' : 'font-weight:bold;';
  const line = look.leader === 'line' ? 'border-bottom:1px dotted #555;' : '';
  const dots = look.leader === 'dots' ? '<span class="dots">……</span>' : '';
  return `<span style="${weight}${line}">${escaped(shown)}</span>${dots}`;
}

/** `Label: value` as one paragraph, or several side by side. */
export const row = (...cells: readonly string[]): string =>
  cells.length === 1
    ? `<p>${cells[0]}</p>`
    : `<p class="row">${cells.map((cell) => `<span>${cell}</span>`).join('')}</p>`;

/** Two columns of a head by NĐ 30/2020. */
export const head = (over: string, body: string, number: string, placeAndDay: string): string =>
  `<div class="head"><div><p>${over}</p><p><b>${body}</b></p><hr class="short"/><p>${number}</p></div>
   <div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><hr/><p><i>${placeAndDay}</i></p></div></div>`;

export const motto = `<div class="motto"><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><hr/></div>`;

export const title = (text: string, beneath = ''): string =>
  `<div class="title"><p class="big">${text}</p>${beneath}</div>`;

export const signature = (office: string, name: string, sealed = true): string =>
  `<div class="sign"><p><b>${office}</b></p><p><i>(Ký, ghi rõ họ tên, chức vụ và đóng dấu)</i></p>
   <div class="space">${sealed ? '<div class="seal">★</div>' : ''}</div><p><b>${escaped(name)}</b></p></div>`;

/** The whole sheet as a page for Chromium. */
export function sheet(look: Look, body: string, style = ''): string {
  return `<!doctype html><meta charset="utf-8"><style>
  * { margin:0; padding:0; box-sizing:border-box }
  body { font:${look.sizePt}pt/${look.lineHeight} '${look.font}','Liberation Serif',serif; padding:${look.marginMm}mm ${look.marginMm - 3}mm; color:#111; background:#fff; }
  .row { display:flex; gap:8mm } .row > span { flex:1 }
  .head { display:flex; text-align:center; gap:4mm } .head > :first-child { width:42% } .head > :last-child { width:58% }
  .head hr { width:55%; margin:1mm auto } .head hr.short { width:30% } .motto { text-align:center } .motto hr { width:34%; margin:1mm auto }
  .title { text-align:center; margin:5mm 0 } .big { font-size:${look.sizePt + 2}pt; font-weight:bold }
  .sign { width:60%; margin:6mm 0 0 40%; text-align:center; position:relative } .space { height:22mm }
  .seal { position:absolute; left:2mm; top:8mm; width:32mm; height:32mm; border:0.8mm solid #d22; border-radius:50%; color:#d22; font-size:30pt; opacity:.75; text-align:center; padding-top:4mm }
  table { border-collapse:collapse; width:100% } td, th { border:1px solid #333; padding:1mm 2mm; vertical-align:top }
  .dots { color:#333 } .cols { display:flex; gap:6mm } .cols > div { flex:1 } ${style}
  </style><body>${body}</body>`;
}

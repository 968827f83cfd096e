import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../../src/shared/base/dates.ts';
import { isDoubtful } from '../../../../src/shared/domain/reading/candidate.ts';
import type { PrintedWord } from '../../../../src/shared/domain/reading/printed-word.ts';
import { type ReadPage, readPaper } from '../../../../src/shared/domain/reading/read-paper.ts';
import { layOut } from './read-page.ts';

type Row = readonly [string, number, number, number, number, number, number];
/** A generated form as tesseract read it, errors and all, and what is truly on it. */
type ReadForm = {
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
  readonly mrz: readonly string[] | null;
  readonly words: readonly Row[];
};

const folder = join(import.meta.dirname, 'forms');
const forms = readdirSync(folder).map((file) => ({
  file,
  form: JSON.parse(readFileSync(join(folder, file), 'utf8')) as ReadForm,
}));
const box = { x: 0.8, y: 0.05, width: 0.1, height: 0.1 };
const base = { sha256: 'a'.repeat(64), today: '2026-11-21' as LocalDate };
const wordsOf = (rows: readonly Row[]): readonly PrintedWord[] =>
  rows.map(([text, confidence, x, y, width, height, line]) => ({
    text,
    confidence,
    box: { x, y, width, height },
    line,
  }));
const paper = (page: Partial<ReadPage> & Pick<ReadPage, 'words'>) => readPaper({ ...base, ...page });
const plain = (name: string, value: string) =>
  /name|representative/.test(name) ? value.toLocaleLowerCase('vi') : value;

describe('forms as the engine read them', () => {
  it.each(forms)('[RD-11] [RD-12] $file', ({ form }) => {
    const codes = form.codes.map((text) => ({ format: 'qr' as const, symbology: 'QRCode', text, box }));
    const { kind, fields, contradictions } = paper({ words: wordsOf(form.words), codes, mrz: form.mrz });
    expect(kind?.kind).toBe(form.kind);
    expect(contradictions).toEqual([]);
    const sure = fields.filter((field) => !isDoubtful(field) && field.name in form.fields);
    expect(sure.length).toBeGreaterThan(0);
    for (const { name, value } of sure)
      expect({ [name]: plain(name, value) }).toEqual({ [name]: plain(name, form.fields[name] ?? '') });
    const found = Object.entries(form.fields).filter(
      ([name, value]) =>
        plain(name, fields.find((field) => field.name === name)?.value ?? '') === plain(name, value),
    );
    expect(found.length / Object.keys(form.fields).length).toBeGreaterThanOrEqual(0.7);
  });
});

describe('a card', () => {
  const front =
    'CĂN CƯỚC CÔNG DÂN\nCitizen Identity Card\nSố / No.: 001190000000\nHọ và tên / Full name:\nVƯƠNG THỊ MẪU\nNgày sinh / Date of birth: 14/08/1990\nGiới tính / Sex: Nữ Quốc tịch / Nationality: Việt Nam';
  const qr = (text: string) => [{ format: 'qr' as const, symbology: 'QRCode', text, box }];
  const payload = '001190000000||Vương Thị Mẫu|14081990|Nữ|Số 12, Phố Cầu Vồng, Hà Nội|25042021';
  const field = (read: ReturnType<typeof paper>, name: string) =>
    read.fields.find((each) => each.name === name);

  it('[RD-9] an id number is sure only when a second source says the same', () => {
    const printed = paper({ words: layOut(front) });
    expect(field(printed, 'personal-id')).toMatchObject({ value: '001190000000', source: 'page' });
    expect(field(printed, 'personal-id')?.confidence).toBeLessThan(0.8);
    expect(
      isDoubtful(field(paper({ words: [], codes: qr(payload) }), 'personal-id') ?? { confidence: 1 }),
    ).toBe(true);
    const both = field(paper({ words: layOut(front), codes: qr(payload) }), 'personal-id');
    expect(both).toMatchObject({ source: 'qr' });
    expect(isDoubtful(both ?? { confidence: 0 })).toBe(false);
  });

  it('[RD-13] [RD-14] the QR goes before print, and what differs is told', () => {
    const other = paper({ words: layOut(front), codes: qr(payload.replace('14081990', '15081990')) });
    expect(field(other, 'birth-date')).toMatchObject({ value: '1990-08-15', source: 'qr' });
    expect(other.contradictions).toContainEqual({
      code: 'sources-differ',
      fields: ['birth-date'],
      facts: { first: '1990-08-15', second: '1990-08-14' },
    });
  });

  it('[RD-14] an id that says another year or sex', () => {
    const printed = paper({ words: layOut(front.replace('1990\nGiới', '1991\nGiới').replace('Nữ', 'Nam')) });
    expect(printed.contradictions.map(({ code }) => code).sort()).toEqual([
      'personal-id-birth-year',
      'personal-id-sex',
    ]);
    expect(paper({ words: layOut(front) }).contradictions).toEqual([]);
    const told = paper({
      words: [],
      codes: qr(payload.replace('14081990|Nữ', '14081991|Nam')),
    }).contradictions;
    expect(told.map(({ code }) => code).sort()).toEqual(['personal-id-birth-year', 'personal-id-sex']);
  });
});

describe('what is not clear', () => {
  it.each([
    ['Căn cứ Luật Hộ tịch; giấy khai sinh và giấy chứng nhận kết hôn nộp kèm tờ khai.'],
    ['Điều 5. Giấy chứng nhận quyền sử dụng đất\n1. Thửa đất số và tờ bản đồ số được ghi như sau.'],
    ['TAX INVOICE\nTotal 12.50'],
  ])('[RD-11] stays unknown: %s', (text) => {
    expect(paper({ words: layOut(text) }).kind).toBeNull();
  });

  it('[RD-11] a form that asks for a certificate is a form', () => {
    const head = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n';
    const words = layOut(
      `${head}TỜ KHAI CẤP GIẤY XÁC NHẬN\nGIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\nKính gửi: UBND phường\nHọ và tên: LÊ VĂN AN`,
    );
    expect(paper({ words }).kind?.kind).toBe('declaration-form');
  });
});

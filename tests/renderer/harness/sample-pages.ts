import type { Sha256 } from '../../../src/shared/base/ids.ts';
import type { PageQuality } from '../../../src/shared/contracts/bridge/page-quality.ts';
import type { PageReading } from '../../../src/shared/contracts/bridge/reading.ts';
import type { StoredPage } from '../../../src/shared/domain/page/page.ts';
import type { PaperFieldName } from '../../../src/shared/domain/paper/paper.ts';
import { plainReading } from '../../support/plain-reading.ts';

/** Which evaluation page the dev server shows for this hash: the hash is the number, spelt out. */
export const shaOf = (n: number) => String(n).padStart(64, '0') as Sha256;

export const storedPage = (n: number): StoredPage => ({
  sha256: shaOf(n),
  mediaType: 'image/jpeg',
  byteLength: 412_000,
  width: 1654,
  height: 2339,
  dpi: 200,
});

type Given = readonly [
  name: PaperFieldName,
  value: string,
  confidence: number,
  x: number,
  y: number,
  width: number,
];
const FIELDS: readonly Given[] = [
  ['document-number', '000.26.07.H26-251121-0119', 0.97, 0.2, 0.157, 0.26],
  ['issue-date', '20/11/2025', 0.98, 0.58, 0.154, 0.27],
  ['person-name', 'Vương Thị Mẫu', 0.71, 0.19, 0.264, 0.37],
  ['document-title', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 0.98, 0.22, 0.198, 0.58],
  ['issuing-body', 'Trung tâm Phục vụ hành chính công phường An Thịnh', 0.98, 0.2, 0.105, 0.22],
];

export function sampleReading(sha256: Sha256, rotation = 0): PageReading {
  return {
    sha256,
    rotation,
    text: FIELDS.map(([, value]) => value).join('\n'),
    words: FIELDS.map(([, value, confidence, x, y, width], line) => ({
      text: value,
      confidence,
      box: { x, y, width, height: 0.016 },
      line,
    })),
    fields: FIELDS.map(([name, value, confidence, x, y, width]) => ({
      name,
      value,
      raw: value,
      page: sha256,
      box: { x, y, width, height: 0.016 },
      confidence,
    })),
    ...plainReading,
    meanConfidence: 0.93,
    skewDegrees: 0.4,
    blank: false,
    seconds: 3.1,
  };
}

/** A picture with nothing wrong. */
export const goodQuality: PageQuality = {
  flaws: [],
  dpi: 200,
  blank: false,
  skewDegrees: 0.4,
  foundCut: null,
  isCard: false,
  cards: [],
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintedWord } from '../../../../src/shared/domain/reading/printed-word.ts';

type Row = readonly [string, number, number, number, number, number, number];

/** The upper half of a real page as the engine read it (text, confidence, box, line), errors and all. */
export function readPage(name: string): readonly PrintedWord[] {
  const path = join(import.meta.dirname, 'read-pages', `${name}.json`);
  const rows = JSON.parse(readFileSync(path, 'utf8')) as readonly Row[];
  return rows.map(([text, confidence, x, y, width, height, line]) => ({
    text,
    confidence,
    box: { x, y, width, height },
    line,
  }));
}

const RIGHT_COLUMN = /CỘNG H[ÒO]A X|Độc lập|(?<=^|\s)\p{Lu}\p{Ll}[\p{L} ]{1,30}, ngày \d{1,2} tháng/u;
const BODY_BEGINS = /^(Căn cứ|Kính gửi|Điều|[IVX]+\.|\d+[.)]|[“"]|Hôm nay|Họ|Tôi|Ho )/;
const LETTER = 0.0085;
const MARGIN = 0.15;

/** Words of a transcript, put where a page would have them: the head in two columns, titles in the middle. */
export function layOut(text: string): readonly PrintedWord[] {
  const lines = text.normalize('NFC').split('\n');
  const bodyAt = lines.findIndex((line) => BODY_BEGINS.test(line));
  const bodyWidth = Math.max(0.62, ...lines.map((line) => line.length * LETTER));
  let subject = false;
  return lines.flatMap((printed, line) => {
    const head = bodyAt < 0 || line < bodyAt;
    const at = head ? printed.search(RIGHT_COLUMN) : -1;
    const y = 0.05 + line * 0.02;
    subject = head && (subject || printed.startsWith('V/v'));
    if (at >= 0) {
      return [...row(printed.slice(0, at), 0.12, y, line), ...row(printed.slice(at), 0.42, y, line)];
    }
    if (!head || subject || /^Số/.test(printed)) return row(printed, subject ? 0.12 : MARGIN, y, line);
    // Under the two columns stand the titles; above that a line alone still belongs to the left column.
    const underHead = lines.slice(line).every((later) => later.search(RIGHT_COLUMN) < 0);
    const middle = MARGIN + (bodyWidth - printed.length * LETTER) / 2;
    return row(printed, underHead || line === 0 ? middle : 0.12, y, line);
  });
}

function row(text: string, start: number, y: number, line: number): readonly PrintedWord[] {
  let x = start;
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const box = { x, y, width: word.length * LETTER, height: 0.012 };
      x += (word.length + 1) * LETTER;
      return { text: word, confidence: 1, box, line };
    });
}

import { bareText } from '../bare-text.ts';
import type { Candidate } from '../candidate.ts';
import { type PrintedLine, pieces, withoutSpecks } from '../printed-line.ts';
import type { PageHead } from './page-head.ts';

/** Kinds of NĐ 30/2020 PL III and of law: an abstract in ordinary letters follows. */
const OFFICIAL_KINDS =
  /^(nghi quyet|nghi dinh|quyet dinh|chi thi|quy che|quy dinh|thong cao|thong bao|huong dan|chuong trinh|ke hoach|phuong an|de an|du an|bao cao|bien ban|to trinh|cong dien|ban ghi nho|ban thoa thuan|thong tu( lien tich)?|luat|phap lenh|lenh|hien phap)\b/;
/** Papers of citizens: the title is the line in capitals, sometimes several. */
const PAPER_KINDS =
  /^(giay|to khai|don(?! vi)|phieu|hop dong|trich luc|van ban|can cuoc|the can cuoc|so ho khau|bang|chung chi|ban sao|ban cam ket|ban khai|bien lai|hoa don|ly lich|loi chung|chung minh nhan dan|ho chieu|danh sach|danh muc|phu luc|bang ke|the bao hiem)\b/;
/** Where an abstract is certainly over. */
const BODY_STARTS =
  /^(can cu|kinh gui|theo de nghi|theo |xet |hom nay|dieu \d|chuong |muc |phan |[ivx]+\.|\d+[.)]|[a-z]\)|[“"”]|-|chu tich|bo truong|giam doc|uy ban|thu tuong|chinh phu|quoc hoi|hoi dong|tong cuc|cuc truong|\(ban hanh|noi nhan)/;
const MOST_LINES = 6;

/**
 * Title [RD-6]: kind in capitals and, for official documents, its abstract (`QUYẾT ĐỊNH Về việc …`); for a công văn,
 * which has no kind, the `V/v …` under the number.
 */
export function findDocumentTitle(head: PageHead, lines: readonly PrintedLine[]): Candidate | null {
  const page = pageOf(lines);
  const clean = lines.map(withoutSpecks).filter((line) => line !== null);
  for (const [at, line] of clean.entries()) {
    // Past the first words of the body a kind in capitals is a heading (`QUY ĐỊNH CHUNG`).
    if (line.box.y > 0.6 || /^(can cu|dieu 1|chuong i|kinh gui)/.test(line.bare)) break;
    const next = clean.slice(at + 1, at + MOST_LINES);
    for (const piece of pieces(line)) {
      if (!isTitle(piece, head)) continue;
      if (OFFICIAL_KINDS.test(piece.bare) && piece.words.length <= 6) {
        const abstract = abstractAfter(next, page);
        // These kinds always have an abstract: one that was not found is hidden by a stamp.
        return candidate([piece, ...abstract], abstract.length > 0 ? 0.95 : 0.7);
      }
      if (PAPER_KINDS.test(piece.bare)) return candidate([piece, ...capitalsAfter(next)], 0.95);
    }
  }
  const subject = head.left.findIndex((line) => /^[^a-z]*v\s*\/\s*v\b/.test(line.bare));
  return subject < 0 ? null : candidate(closeTogether(head.left.slice(subject, subject + 4)), 0.9);
}

/** In capitals, and not in the left column, where `PHƯỜNG AN …` would read like `PHƯƠNG ÁN`. */
function isTitle(piece: PrintedLine, head: PageHead): boolean {
  return (
    mostlyCapitals(piece.text) &&
    mostlyCapitals(`${piece.words[0]?.text} ${piece.words[1]?.text ?? ''}`) &&
    piece.box.x + piece.box.width > head.splitAt &&
    !/^PHƯỜNG/.test(piece.text)
  );
}

type Column = { readonly left: number; readonly right: number };

/** Edges of the text body, from the lines that are as wide as it gets. */
function pageOf(lines: readonly PrintedLine[]): Column {
  const widest = Math.max(...lines.map((line) => line.box.width));
  const wide = lines.filter((line) => line.box.width > widest * 0.9);
  return {
    left: Math.min(...wide.map((line) => line.box.x)),
    right: Math.max(...wide.map((line) => line.box.x + line.box.width)),
  };
}

function abstractAfter(lines: readonly PrintedLine[], body: Column): readonly PrintedLine[] {
  const taken: PrintedLine[] = [];
  let ordinary = false;
  for (const line of lines) {
    if (BODY_STARTS.test(line.bare)) break;
    // No paragraph begins with a small letter: such a line goes on with the abstract, however wide it is.
    if (!isCentred(line, body) && !(ordinary && /^\p{Ll}/u.test(line.text))) break;
    const capitals = mostlyCapitals(line.text);
    // After the abstract a line in capitals names the authority.
    if (capitals && ordinary) break;
    ordinary ||= !capitals;
    if (/[\p{L}\d]/u.test(line.text)) taken.push(line);
  }
  return taken;
}

/** Lines of one paragraph: up to the first wide gap, or to the addressee, whose line crosses both columns. */
function closeTogether(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const end = lines.findIndex((line, at) => {
    const before = lines[at - 1];
    if (before === undefined) return false;
    return BODY_STARTS.test(line.bare) || line.box.y - before.box.y > before.box.height * 2.6;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function capitalsAfter(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const end = lines.findIndex((line) => !mostlyCapitals(line.text) || BODY_STARTS.test(line.bare));
  return end < 0 ? lines : lines.slice(0, end);
}

/** An abstract stands in the middle; a paragraph fills the column or begins at its edge. */
function isCentred(line: PrintedLine, body: Column): boolean {
  const centre = line.box.x + line.box.width / 2;
  return Math.abs(centre - (body.left + body.right) / 2) < 0.04 && line.box.x > body.left + 0.004;
}

export function mostlyCapitals(text: string): boolean {
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  return letters.length >= 3 && capitals.length / letters.length > 0.8;
}

function candidate(lines: readonly PrintedLine[], sureness: number): Candidate {
  const raw = lines.map((line) => line.text).join('\n');
  const value = lines
    .map((line) => line.text)
    .join(' ')
    .replace(/(^|\s)['‘’`"]+(?=\p{L})/gu, '$1')
    .replace(/\s*[-–—_.:]+$/u, '')
    .trim();
  const known = bareText(value).length > 3 ? sureness : sureness * 0.5;
  return {
    name: 'document-title',
    value,
    raw,
    words: lines.flatMap((line) => line.words),
    sureness: known,
  };
}

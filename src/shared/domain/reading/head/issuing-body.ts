import type { Candidate } from '../candidate.ts';
import { type PrintedLine, withoutSpecks } from '../printed-line.ts';
import { mostlyCapitals } from './document-title.ts';
import type { PageHead } from './page-head.ts';

/** With one of these a new body begins; other lines (`PHƯỜNG AN THỊNH`, `HÀNH CHÍNH CÔNG`) go on with the one before. */
const BODY_BEGINS =
  /^(uy ban nhan dan|ubnd|hoi dong|hdnd|bo [a-z]|so [a-z]|tong cuc|cuc |chi cuc|vu |vien |ban |trung tam|phong |van phong|truong |benh vien|cong an|chi nhanh|toa an|thanh tra|chinh phu|quoc hoi|dang uy|doi |kho bac|bao hiem|ngan hang|cong ty|nha xuat ban|uy ban )/;

/**
 * Issuing body [RD-7]: the last body of the head's left column above the number (box 2: the body over it comes first,
 * the one that issues last).
 */
export function findIssuingBody(head: PageHead): Candidate | null {
  const end = head.left.findIndex((line) =>
    /(^|[^a-z])s[o0]\s*[:.;]|^s[o0]\s+\d|^v\s*\/\s*v\b|^luat so/.test(line.bare),
  );
  if (!head.motto && end < 0) return null;
  const above = (end < 0 ? head.left.slice(0, 4) : head.left.slice(0, end))
    .map(withoutSpecks)
    .filter((line) => line !== null)
    .filter((line) => mostlyCapitals(line.text));
  const bodies: PrintedLine[][] = [];
  for (const line of above) {
    const last = bodies.at(-1);
    if (last === undefined || BODY_BEGINS.test(line.bare.replace(/^[^a-z]+/, ''))) bodies.push([line]);
    else last.push(line);
  }
  const issuing = bodies.at(-1);
  const first = issuing?.[0];
  if (issuing === undefined || first === undefined) return null;
  const known = BODY_BEGINS.test(first.bare.replace(/^[^a-z]+/, ''));
  if (!known && (!head.motto || end < 0)) return null;
  const raw = issuing.map((line) => line.text).join('\n');
  return {
    name: 'issuing-body',
    value: raw
      .replace(/\n/g, ' ')
      .replace(/[\s_.,:–—-]+$/u, '')
      .trim(),
    raw,
    words: issuing.flatMap((line) => line.words),
    sureness: (known ? 0.97 : 0.75) * (end < 0 ? 0.85 : 1),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../src/renderer/text/en/index.ts';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import {
  actRefusalSentence,
  failureSentence,
  noticeSentence,
  problemSentence,
  refusalSentence,
} from '../../../src/renderer/text/sentence-by-code.ts';
import { vi } from '../../../src/renderer/text/vi/index.ts';
import { RefusalReason } from '../../../src/shared/contracts/city/events.ts';

const SRC = join(import.meta.dirname, '../../../src');

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, before = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(before + key, value);
    else for (const [below, text] of leaves(value, `${before}${key}.`)) found.set(below, text);
  }
  return found;
}

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
}

const vietnamese = leaves(vi);
const english = leaves(en);
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('leave no sentence empty and speak of the same facts', () => {
    const differing = [...vietnamese].filter(([key, text]) => {
      const other = english.get(key) ?? '';
      return text.trim() === '' || other.trim() === '' || String(blanks(text)) !== String(blanks(other));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are written in composed letters (NFC), as screens and papers need', () => {
    expect([...vietnamese].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });
});

describe('keys used by the screens', () => {
  const screens = sources(join(SRC, 'renderer')).filter(({ path }) => !/text[\\/](vi|en)[\\/]/.test(path));

  it('all exist', () => {
    const missing = screens.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)]
        .map(([, key]) => key ?? '')
        .filter((key) => !vietnamese.has(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('that are put together begin with an area that exists', () => {
    const missing = screens.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*`([^`$]*)\$\{/g)]
        .map(([, start]) => start ?? '')
        .filter((start) => ![...vietnamese.keys()].some((key) => key.startsWith(start)))
        .map((start) => `${path}: ${start}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('codes', () => {
  const all = sources(SRC).filter(({ path }) => !path.includes(join('renderer', 'text')));
  const thrown =
    /(?:\bfail\(\s*|\brefuse\(\s*|\bscannerFailure\(\s*|\bexhausted\(\s*|\badd\(\s*|\bcode: )'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g;
  const unionMember = /^\s*(?:\| |readonly code: )?'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/gm;

  const codes = new Map<string, string>();
  for (const { path, text } of all) {
    for (const [, code] of text.matchAll(thrown)) if (code !== undefined) codes.set(code, path);
    for (const [union] of text.matchAll(/(?:type \w*FailureCode|type \w*Failure) =[^;]*;/g)) {
      for (const [, code] of union.matchAll(unionMember)) if (code !== undefined) codes.set(code, path);
    }
    const remedies = /const REMEDIES = \{([^}]*)\}/.exec(text)?.[1] ?? '';
    for (const [, code] of remedies.matchAll(/'([a-z-]+)':/g)) if (code !== undefined) codes.set(code, path);
  }

  it('are found in the sources at all', () => {
    expect(codes.size).toBeGreaterThan(80);
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining([
        'pin-wrong',
        'pdf-encrypted',
        'scanner-jammed',
        'disk-full',
        'fee-not-checked',
      ]),
    );
  });

  it('each have a sentence', () => {
    const known = new Set([
      ...Object.keys(vi.failures),
      ...Object.keys(vi.problems),
      ...Object.keys(vi.notices),
      ...Object.keys(vi.pageCare.flaws),
    ]);
    const silent = [...codes].filter(([code]) => !known.has(code)).map(([code, path]) => `${code} (${path})`);
    expect(silent).toEqual([]);
  });
});

describe('an English sentence that counts', () => {
  const counted: readonly (readonly [code: string, fact: string, one: string, more: string])[] = [
    ['backup-ahead', 'events', '1 fact more than', '3 facts more than'],
    ['pin-paused', 'seconds', 'Wait 1 second and', 'Wait 3 seconds and'],
    ['clock-of-window-differs', 'minutes', '1 minute off', '3 minutes off'],
    ['journal-behind-copy', 'events', 'lacks 1 entry that', 'lacks 3 entries that'],
    ['draft-incomplete', 'count', '1 thing is still', '3 things are still'],
    ['paper-still-reading', 'pages', '1 page of this paper is still', '3 pages of this paper are still'],
  ];
  const said = (language: 'vi' | 'en', code: string, facts: Readonly<Record<string, number>>): string =>
    failureSentence(startTexts(language).t, { code, remedy: 'retry-later', facts });

  it.each(counted)('%s says one and more', (code, fact, one, more) => {
    expect(said('en', code, { [fact]: 1 })).toContain(one);
    expect(said('en', code, { [fact]: 3 })).toContain(more);
    expect(said('en', code, {})).not.toMatch(/\{\{|undefined/);
    expect(said('vi', code, { [fact]: 1 })).toBe(said('vi', code, { [fact]: 3 }).replace('3', '1'));
  });

  it('never sets a plain noun behind a count', () => {
    const units = /\{\{(?:n|count|pages|events|dossiers|seconds|minutes|days|facts)\}\} [a-z]+/;
    expect([...english].filter(([key, text]) => key.startsWith('failures.') && units.test(text))).toEqual([]);
  });
});

describe('a sentence by code', () => {
  let t: ReturnType<typeof startTexts>['t'];
  beforeAll(() => {
    t = startTexts('vi').t;
  });

  it('is filled with the facts, dates and money as people write them', () => {
    expect(
      failureSentence(t, { code: 'pin-paused', remedy: 'retry-later', facts: { seconds: 30 } }),
    ).toContain('Chờ 30 giây');
    expect(
      problemSentence(t, { code: 'paper-needs-pages', place: 'papers', facts: { name: 'Giấy chứng sinh' } }),
    ).toBe('Quét “Giấy chứng sinh”, hoặc ghi nhận thiếu');
  });

  it('of an unknown code still says what to do and names the code', () => {
    const said = failureSentence(t, { code: 'never-heard-of', remedy: 'call-support' });
    expect(said).toContain('never-heard-of');
    expect(said).toContain('Thử lại');
  });

  it('is found when a failure comes as a notice and a problem as a failure', () => {
    expect(noticeSentence(t, { code: 'disk-full', severity: 'look', facts: {} })).toContain('Ổ đĩa đầy');
    expect(
      failureSentence(t, { code: 'fee-not-checked', remedy: 'officer-decides', facts: { name: 'Lệ phí' } }),
    ).toContain('Lệ phí');
  });

  it.each(RefusalReason.options)('of a refusal by the city is there in both languages: %s', (reasonCode) => {
    for (const refusals of [vi.refusals, en.refusals]) expect(refusals[reasonCode]).toMatch(/\.$/);
    expect(refusalSentence(t, { reasonCode, reason: '' })).toBe(vi.refusals[reasonCode]);
  });

  it.each(RefusalReason.options)(
    '[LC-65] of what belongs to no dossier asks for no sending: %s',
    (reasonCode) => {
      const said = actRefusalSentence(t, { reasonCode, reason: '' });
      expect(said).toMatch(/^\p{Lu}.*\.$/u);
      expect(said).not.toContain('gửi lại');
      if (!(reasonCode in vi.actRefusals)) expect(said).toContain(reasonCode);
    },
  );

  it('of a refusal: the words of the city where it sent some; a code that is not known is named', () => {
    expect(refusalSentence(t, { reasonCode: 'number-used', reason: 'Số đã cấp cho quầy khác' })).toBe(
      'Số đã cấp cho quầy khác',
    );
    expect(refusalSentence(t, { reasonCode: 'newer-reason', reason: ' ' })).toContain('mã newer-reason');
  });

  it('never shows an unfilled blank when a fact is missing', () => {
    expect(failureSentence(t, { code: 'pin-paused', remedy: 'retry-later' })).not.toContain('{{');
  });
});

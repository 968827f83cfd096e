import { describe, expect, it } from 'vitest';
import { Outcome, type PageOutcome } from '../../../build/read/outcome.ts';
import { failureText, jsonLine, readableText } from '../../../build/read/print-outcome.ts';
import { outcomeLine } from '../../../src/main/reading/reading-outcome.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { plainReading } from '../../support/plain-reading.ts';

const line = outcomeLine({
  file: '/tmp/don.pdf',
  page: 2,
  reading: {
    sha256: 'a',
    rotation: 180,
    text: 'QUYẾT ĐỊNH\nVề việc',
    words: [],
    fields: [
      {
        name: 'document-number',
        value: '12/QĐ-UBND',
        raw: 'l2/QD-UBND',
        page: 'a'.repeat(64) as Sha256,
        box: null,
        confidence: 0.61,
      },
    ],
    ...plainReading,
    meanConfidence: 0.912,
    skewDegrees: -1.2,
    blank: false,
    seconds: 1.234,
  },
});
const page = Outcome.parse(JSON.parse(line.replace('@reading ', ''))) as PageOutcome;

describe('what npm run read prints', () => {
  it('--json: one object on one line with the promised keys', () => {
    expect(jsonLine(page).split('\n')).toHaveLength(2);
    expect(Object.keys(JSON.parse(jsonLine(page))).sort()).toEqual([
      'codes',
      'contradictions',
      'engine',
      'fields',
      'file',
      'kind',
      'meanConfidence',
      'mrz',
      'page',
      'rotationDegrees',
      'seconds',
      'skewDegrees',
      'text',
    ]);
  });

  it('for people: fields first, the doubtful ones marked, then the text', () => {
    expect(readableText(page)).toBe(
      [
        '== /tmp/don.pdf, page 2 (91 % sure, turned 180°, 1.2 s)',
        '   document-number  12/QĐ-UBND   (? 61 %)',
        '',
        'QUYẾT ĐỊNH\nVề việc',
        '',
        '',
      ].join('\n'),
    );
  });

  it('a failure names the file and falls back to its code', () => {
    const outcome = { file: '/tmp/x.png', page: null, failure: { code: 'no-such-code' } };
    expect(failureText(outcome)).toBe('/tmp/x.png: no-such-code / no-such-code\n');
  });
});

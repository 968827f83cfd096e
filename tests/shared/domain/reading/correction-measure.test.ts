import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../../../src/shared/base/ids.ts';
import { ConfirmedField, Paper } from '../../../../src/shared/domain/paper/paper.ts';
import { correctionMeasure } from '../../../../src/shared/domain/reading/correction-measure.ts';

const proposed = (value: string) => ({
  name: 'person-name' as const,
  value,
  raw: value,
  page: Sha256.parse('a'.repeat(64)),
  box: null,
  confidence: 0.9,
});

describe('what officers corrected', () => {
  it('[RD-15] counts by kind and field what was taken, corrected and typed', () => {
    const field = (value: string, read: string | null) => ({
      name: 'person-name' as const,
      value,
      proposed: read === null ? null : proposed(read),
    });
    expect(
      correctionMeasure([
        { kind: 'birth-certificate', fields: [field('LÊ AN', 'LÊ AN')] },
        { kind: 'birth-certificate', fields: [field('LÊ ÂN', 'LÊ AN')] },
        { fields: [field('LÊ AN', null)] },
      ]),
    ).toEqual([
      { kind: 'birth-certificate', field: 'person-name', proposed: 2, unchanged: 1, corrected: 1, typed: 0 },
      { kind: null, field: 'person-name', proposed: 0, unchanged: 0, corrected: 0, typed: 1 },
    ]);
  });

  it('facts of before kinds and sources stay as they were written', () => {
    const old = { name: 'person-name', value: 'LÊ AN', proposed: proposed('LÊ AN') };
    expect(ConfirmedField.parse(old)).toEqual(old);
    const paper = {
      paperId: '0190a0a0-0000-7000-8000-000000000000',
      name: 'Giấy khai sinh',
      requirement: 0,
      status: 'presented',
      originals: 1,
      copies: 0,
      pages: [],
      fields: [old],
      note: '',
    };
    expect(Object.keys(Paper.parse(paper)).sort()).toEqual(Object.keys(paper).sort());
  });
});

import { describe, expect, it } from 'vitest';
import { uprightAt } from '../../../../src/renderer/screens/intake/papers/upright-reading.ts';
import { fieldRows, nextToCheck } from '../../../../src/renderer/screens/intake/reading/field-states.ts';
import { Sha256 } from '../../../../src/shared/base/ids.ts';
import type { PaperFieldName, ReadField } from '../../../../src/shared/domain/paper/paper.ts';
import { sampleReading, shaOf } from '../../harness/sample-pages.ts';

const read = (name: PaperFieldName, confidence: number): ReadField => ({
  name,
  value: name,
  raw: name,
  page: Sha256.parse('0'.repeat(64)),
  box: null,
  confidence,
});

describe('what was read', () => {
  const proposals = [read('document-number', 0.97), read('issue-date', 0.62), read('person-name', 0.98)];

  it('is doubtful below the threshold and stays proposed until an officer accepts it', () => {
    const rows = fieldRows([], null, proposals);
    expect(rows.map((row) => row.state)).toEqual([
      'proposed',
      'doubtful',
      'proposed',
      'not-read',
      'not-read',
    ]);
  });

  it('is accepted once confirmed, whatever the reader says later', () => {
    const taken = [{ name: 'issue-date', value: '01/02/2026', proposed: null } as const];
    expect(fieldRows(taken, null, proposals)[1]?.state).toBe('accepted');
  });

  it('that contradicts itself is looked at first and stands so until an officer decides', () => {
    const against = [{ code: 'expiry-before-issue', fields: ['document-number'], facts: {} } as const];
    const rows = fieldRows([], null, proposals, against);
    expect(rows[0]).toMatchObject({ state: 'contradicted', contradictions: against });
    expect(nextToCheck(rows, null)?.name).toBe('document-number');
    const confirmed = { name: 'document-number', value: '12/2026', proposed: null } as const;
    const decided = fieldRows([confirmed], null, proposals, against);
    expect(decided[0]).toMatchObject({ state: 'accepted', contradictions: [] });
  });

  it('of a known kind has the fields of that kind, in its order', () => {
    const names = fieldRows([], 'birth-notice', []).map((row) => row.name);
    expect(names).toEqual(expect.arrayContaining(['mother-name', 'birth-weight', 'health-facility']));
  });

  it('leads the cursor to doubtful ones first, then to those that wait, around the end', () => {
    const rows = fieldRows([], null, proposals);
    expect(nextToCheck(rows, null)?.name).toBe('issue-date');
    expect(nextToCheck(rows, 'document-number')?.name).toBe('issue-date');
    expect(nextToCheck(rows, 'issue-date')?.name).toBe('person-name');
    expect(nextToCheck(rows, 'person-name')?.name).toBe('issue-date');
    expect(nextToCheck(fieldRows([], null, []), null)).toBeUndefined();
  });

  it('fits a page only at the turn it was found upright', () => {
    expect(uprightAt({ ...sampleReading(shaOf(1), 180), requestedRotation: 0 })).toBe(180);
    expect(uprightAt({ ...sampleReading(shaOf(1), 90), requestedRotation: 270 } as never)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { matchesQuery, passesFilter } from '../../../../src/renderer/screens/dossiers/find-dossiers.ts';
import { Instant } from '../../../../src/shared/base/dates.ts';
import { busyDay } from '../../harness/busy-day.ts';
import { dossierIdOf, ha } from '../../harness/desk-day.ts';

const now = new Date('2026-11-20T03:42:00.000Z');
const dossiers = [...busyDay(now, ha).dossiers.values()];
const found = (query: string) =>
  dossiers.filter((dossier) => matchesQuery(dossier, query)).map(({ content }) => content.applicant.fullName);
const passing = (filter: Parameters<typeof passesFilter>[1]) =>
  dossiers
    .filter((dossier) => passesFilter(dossier, filter, Instant.parse(now.toISOString())))
    .map(({ dossierId }) => dossierId);

describe('finding a dossier', () => {
  it('finds a name typed without accents, in any order of words', () => {
    expect(found('do thi mai')).toEqual(['Đỗ Thị Mai']);
    expect(found('MAI do')).toEqual(['Đỗ Thị Mai']);
    expect(found('Đỗ Thị Mai')).toEqual(['Đỗ Thị Mai']);
  });
  it('finds by the end of the code and by the end of the id', () => {
    expect(found('3009')).toEqual(['Đặng Hữu Nam']);
    expect(found('190000008')).toEqual(['Ngô Văn Sơn']);
  });
  it('finds by procedure, and takes letters at the beginning of a word only', () => {
    expect(found('thuong tru')).toEqual(['Hoàng Gia Bảo']);
    expect(found('huong')).toEqual([]);
  });
  it('gives everything for an empty question', () => {
    expect(found('')).toHaveLength(dossiers.length);
  });
});

describe('plain states', () => {
  it('tells the city apart by its signed words only', () => {
    expect(passing('city-has')).toEqual([dossierIdOf(1), dossierIdOf(2)]);
    expect(passing('city-refused')).toEqual([dossierIdOf(6)]);
    expect(passing('unsent')).toContain(dossierIdOf(4));
  });
  it('keeps the states at the desk apart', () => {
    expect(passing('returned')).toEqual([dossierIdOf(5)]);
    expect(passing('submitted')).toHaveLength(5);
    expect(passing('all')).toHaveLength(10);
  });
});

import { describe, expect, it } from 'vitest';
import { findFindings } from '../../../../src/renderer/screens/sign-off/find-findings.ts';
import { Instant } from '../../../../src/shared/base/dates.ts';
import type { DossierContent } from '../../../../src/shared/domain/dossier/dossier-received.ts';
import { createDeskDay, dung, ha, withFields } from '../../harness/desk-day.ts';
import { reference } from '../../harness/sample-desk.ts';

const now = new Date('2026-11-20T03:42:00.000Z');

/** Kinds of findings of one dossier received `minutesAgo`. */
function findings(
  procedure: string,
  change: (content: DossierContent) => DossierContent = (content) => content,
  minutesAgo = 5,
  over: { readonly procedures?: typeof reference.procedures; readonly at?: Date } = {},
) {
  const day = createDeskDay(now);
  day.open();
  day.signIn(ha, 400);
  const dossierId = day.receive(1, 'Lê Thị Hoa', procedure, minutesAgo, change);
  const dossier = day.state().dossiers.get(dossierId);
  if (dossier === undefined) throw new Error('not received');
  const at = Instant.parse((over.at ?? now).toISOString());
  return findFindings(dossier, over.procedures ?? reference.procedures, at);
}
const kinds = (...of: Parameters<typeof findings>) => findings(...of).map(({ kind }) => kind);

describe('what a supervisor should look at', () => {
  it('finds nothing in a dossier that is in order', () => {
    expect(kinds('2.000884')).toEqual([]);
  });
  it('finds a paper that is owed, with the reason the officer gave', () => {
    const [owed] = findings('2.000884', (content) => ({
      ...content,
      papers: content.papers.map((paper) =>
        paper.status === 'submitted'
          ? { ...paper, status: 'owed' as const, pages: [], note: 'hẹn thứ Hai' }
          : paper,
      ),
    }));
    expect(owed).toMatchObject({ kind: 'owed', facts: { note: 'hẹn thứ Hai' } });
  });
  it('finds a name on the paper that is not the applicant', () => {
    expect(kinds('2.000884', (content) => withFields(content))).toContain('nameDiffers');
  });
  it('takes a name with other accents for the same name', () => {
    const same = kinds('2.000884', (content) => withFields(content, { 'person-name': 'LE THI HOA' }));
    expect(same).not.toContain('nameDiffers');
  });
  it('finds a value that was typed otherwise than read, and shows where', () => {
    const found = findings('2.000884', (content) =>
      withFields(content, { 'document-number': '123/QĐ', 'person-name': 'Lê Thị Hoa' }),
    ).find(({ facts }) => facts.fieldName === 'document-number');
    expect(found?.kind).toBe('fieldDiffers');
    expect(found?.at).toMatchObject({ field: 'document-number' });
  });
  it('finds values that an officer took over although they cannot both be true', () => {
    const found = findings('2.000884', (content) => ({
      ...content,
      papers: content.papers.map((paper) => ({
        ...paper,
        fields: [
          { name: 'issue-date' as const, value: '2020-05-01', proposed: null },
          { name: 'expiry-date' as const, value: '2019-05-01', proposed: null },
        ],
      })),
    })).find(({ kind }) => kind === 'contradicts');
    expect(found).toMatchObject({ facts: { code: 'expiry-before-issue' }, at: { field: 'issue-date' } });
  });
  it('finds an amount that the catalogue does not vouch for', () => {
    expect(kinds('1.004873')).toContain('feeUnconfirmed');
  });
  it('finds that no fee was taken where the catalogue has one, but not where one may be free', () => {
    const free = (content: DossierContent) => ({ ...content, feeLines: [] });
    expect(kinds('2.000884', free)).toContain('feeNotTaken');
    expect(kinds('1.001193', free)).not.toContain('feeNotTaken');
  });
  it('finds a wait of more than 15 minutes, not one of 15', () => {
    expect(kinds('2.000884', undefined, 15)).not.toContain('waitsLong');
    expect(kinds('2.000884', undefined, 16)).toContain('waitsLong');
  });
  it('finds a due date that is near or gone', () => {
    const at = (iso: string) => ({ at: new Date(iso) });
    expect(kinds('2.000884', undefined, 5, at('2026-11-20T09:00:00.000Z'))).toContain('dueSoon');
    expect(kinds('2.000884', undefined, 5, at('2026-11-20T10:01:00.000Z'))).toContain('duePast');
  });
  it('finds an id number that contradicts sex and year of birth', () => {
    const found = kinds('2.000884', (content) => ({
      ...content,
      applicant: { ...content.applicant, personalId: '001085000017' },
    }));
    expect(found).toEqual(expect.arrayContaining(['idSex', 'idBirthYear']));
  });
  it('finds that the dossier came back once, with the reason', () => {
    const day = createDeskDay(now);
    day.open();
    day.signIn(ha, 60);
    const dossierId = day.receive(1, 'Lê Thị Hoa', '2.000884', 50);
    day.signIn(dung, 40);
    day.sendBack(dossierId, 'Ảnh mờ, quét lại', 40);
    day.signIn(ha, 30);
    const content = day.state().dossiers.get(dossierId)?.content;
    if (content === undefined) throw new Error('not received');
    day.must({ type: 'correct-dossier', commandId: day.newCommand(), dossierId, content }, 5);
    const dossier = day.state().dossiers.get(dossierId);
    const found = findFindings(dossier as never, reference.procedures, now.toISOString() as never);
    expect(found).toContainEqual(
      expect.objectContaining({
        kind: 'wasReturned',
        facts: expect.objectContaining({ reason: 'Ảnh mờ, quét lại' }),
      }),
    );
  });
  it('says so when the catalogue no longer has the procedure', () => {
    expect(kinds('2.000884', undefined, 5, { procedures: [] })).toContain('catalogueGone');
  });
});

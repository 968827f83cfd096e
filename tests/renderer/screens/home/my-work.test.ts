import { describe, expect, it } from 'vitest';
import { myWork } from '../../../../src/renderer/screens/home/my-work.ts';
import { newDraft } from '../../../../src/shared/domain/dossier/new-draft.ts';
import { busyDay, openDrafts } from '../../harness/busy-day.ts';
import { dossierIdOf, dung, ha, minh } from '../../harness/desk-day.ts';

const now = new Date('2026-11-20T03:42:00.000Z');
const work = (who: typeof ha, drafts = openDrafts(now)) =>
  myWork(busyDay(now, who).dossiers.values(), drafts, who);
const kinds = (who: typeof ha) => work(who).map(({ next }) => next.kind);

describe('what is left to do', () => {
  it('begins with what stands still: returned, then refused by the city, then drafts, then what waits', () => {
    const order = kinds(ha);
    expect(order.slice(0, 4)).toEqual(['returned', 'refused', 'draft', 'draft']);
    expect(new Set(order.slice(4))).toEqual(new Set(['waiting']));
  });
  it('sorts what waits by its due date', () => {
    const due = work(ha)
      .filter(({ next }) => next.kind === 'waiting')
      .map(({ dueAt }) => dueAt);
    expect(due).toEqual([...due].sort());
  });
  it('gives a supervisor the sign-off queue first, the longest waiting on top', () => {
    const items = work(dung);
    expect(items[0]?.key).toBe(dossierIdOf(3));
    expect(kinds(dung).slice(0, 5)).toEqual(['sign', 'sign', 'sign', 'sign', 'sign']);
  });
  it('shows nobody the drafts and dossiers of a colleague', () => {
    expect(work(minh)).toEqual([]);
  });
  it('shows a returned dossier once, as its correction, when that has been begun', () => {
    const draft = {
      ...newDraft({ draftId: 'd', officerId: ha.officerId, now: now.toISOString() as never }),
      correctionOf: dossierIdOf(5),
    };
    const items = work(ha, [draft]).filter(({ name }) => name === 'Phạm Văn Bình');
    expect(items).toHaveLength(1);
    expect(items[0]?.next.kind).toBe('correction');
    expect(items[0]?.draft).toBe(draft);
  });
  it('leaves out a draft that nobody has touched', () => {
    const untouched = newDraft({ draftId: 'd', officerId: ha.officerId, now: now.toISOString() as never });
    expect(work(ha, [untouched]).some(({ next }) => next.kind === 'draft')).toBe(false);
  });
});

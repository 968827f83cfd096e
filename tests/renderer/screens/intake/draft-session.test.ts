import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addPages,
  addPaper,
  removePage,
  setApplicant,
} from '../../../../src/renderer/screens/intake/draft/draft-edits.ts';
import { createDraftSession } from '../../../../src/renderer/screens/intake/draft/draft-session.ts';
import { replacePage, splitPage } from '../../../../src/renderer/screens/intake/draft/page-edits.ts';
import type { IntakeDraft } from '../../../../src/shared/domain/dossier/intake-draft.ts';
import { aDraft, aPage, aPaper, arrangement } from './a-draft.ts';

describe('a draft session', () => {
  let saved: IntakeDraft[];
  const open = () =>
    createDraftSession(aDraft(aPaper('a', '1', '2')), async (draft) => void saved.push(draft));
  beforeEach(() => {
    saved = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps what was typed 400 ms after the first key, even while typing goes on', async () => {
    const session = open();
    for (const fullName of ['N', 'Ng', 'Ngu', 'Nguy', 'Nguyễn']) {
      session.getState().apply((draft) => setApplicant(draft, { fullName }));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(400);
    expect(saved.map((draft) => draft.applicant.fullName)).toEqual(['Nguy', 'Nguyễn']);
  });

  it('keeps at once on leaving, and only when something changed', async () => {
    const session = open();
    await session.getState().flush();
    expect(saved).toHaveLength(0);
    session.getState().apply((draft) => setApplicant(draft, { fullName: 'An' }));
    await session.getState().flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toHaveLength(1);
  });

  it('on leaving, what was already on its way is waited for too', async () => {
    let written: () => void = () => undefined;
    const onDisk = new Promise<void>((settle) => {
      written = settle;
    });
    const session = createDraftSession(aDraft(aPaper('a', '1')), () => onDisk);
    session.getState().apply((draft) => setApplicant(draft, { fullName: 'An' }));
    await vi.advanceTimersByTimeAsync(400);
    let left = false;
    const leaving = session
      .getState()
      .flush()
      .then(() => {
        left = true;
      });
    await vi.advanceTimersByTimeAsync(1000);
    expect(left).toBe(false);
    written();
    await leaving;
  });

  it('is never kept again once it is closed: a received draft must not come back', async () => {
    const session = open();
    session.getState().apply((draft) => setApplicant(draft, { fullName: 'An' }));
    session.getState().close();
    session.getState().apply((draft) => setApplicant(draft, { fullName: 'Anh' }));
    await session.getState().flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toHaveLength(0);
  });

  it('undoes step by step what was marked undoable, and nothing else', () => {
    const session = open();
    const undoable = { undoable: true };
    session.getState().apply((draft) => removePage(draft, '1'), undoable);
    session.getState().apply((draft) => removePage(draft, '2'), undoable);
    session.getState().apply((draft) => setApplicant(draft, { fullName: 'An' }));
    session.getState().undo();
    expect(arrangement(session.getState().draft)).toBe('a: 2 | tray:');
    session.getState().undo();
    session.getState().undo();
    expect(arrangement(session.getState().draft)).toBe('a: 1 2 | tray:');
    expect(session.getState().draft.applicant.fullName).toBe('An');
  });

  it('takes back what an edit brought: the better picture, the other side of a card, an empty paper', () => {
    const session = open();
    const { apply, undo } = session.getState();
    const undoable = { undoable: true };
    apply((draft) => replacePage(draft, '1', aPage('better')), undoable);
    apply((draft) => splitPage(draft, '2', ['whole', 'whole'], () => 'other side'), undoable);
    apply((draft) => addPaper(draft, 'b', 'Giấy tờ khác'), undoable);
    expect(arrangement(session.getState().draft)).toBe('a: better 2 other side | b: | tray:');
    apply((draft) => addPages(draft, 'b', [aPage('scanned since')]));
    undo();
    // Nothing that was scanned goes with it.
    expect(arrangement(session.getState().draft)).toBe('a: better 2 other side | b: scanned since | tray:');
    undo();
    undo();
    expect(arrangement(session.getState().draft)).toBe('a: 1 2 | b: scanned since | tray:');
  });

  it('an empty paper that was added goes again', () => {
    const session = open();
    session.getState().apply((draft) => addPaper(draft, 'b', 'Giấy tờ khác'), { undoable: true });
    session.getState().undo();
    expect(arrangement(session.getState().draft)).toBe('a: 1 2 | tray:');
  });
});

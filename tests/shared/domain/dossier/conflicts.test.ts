import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import type { CityConflict } from '../../../../src/shared/domain/dossier/city-conflict.ts';
import { openConflicts } from '../../../../src/shared/domain/dossier/open-conflicts.ts';
import { allowedActions } from '../../../../src/shared/domain/sign-off/check-action.ts';
import {
  commandId,
  dossierId,
  evolve,
  ha,
  lan,
  minh,
  openDesk,
  run,
  withOfficer,
} from '../../support/a-desk.ts';
import { receive } from '../../support/a-dossier.ts';
import { applyCityEvent } from '../../support/a-word.ts';

const id = dossierId(1);
const at = '2026-11-20T05:00:00.000Z' as Instant;
const dossierIn = (state: DeskState) => {
  const dossier = state.dossiers.get(id);
  if (dossier === undefined) throw new Error('no dossier');
  return dossier;
};
const openIn = (state: DeskState) => openConflicts(dossierIn(state)).map(({ cursor }) => cursor);
const says = (state: DeskState, what: CityConflict, cursor = 5): DeskState =>
  applyCityEvent(state, { cursor, at, what });
const withdrawn: CityConflict = {
  type: 'dossier-withdrawn',
  dossierId: id,
  by: 'citizen',
  reason: 'Không có nhu cầu nữa',
};
const changed = (to: string | null, field = 'applicant.phone'): CityConflict => ({
  type: 'dossier-changed',
  dossierId: id,
  changes: [{ field, to }],
});
const elsewhere: CityConflict = {
  type: 'dossier-elsewhere',
  dossierId: id,
  code: 'H26.40.05-261119-2001',
  unit: 'Quầy 01 · Chi nhánh số 05',
  procedureName: 'Đăng ký thường trú',
  receivedAt: '2026-11-19T02:00:00.000Z' as Instant,
};
const resolve = (
  n: number,
  what: CityConflict,
  resolution: 'keep-desk' | 'accept-city',
  { cursor = 5, note = 'Đã gọi công dân' } = {},
) =>
  ({
    type: 'resolve-conflict',
    commandId: commandId(n),
    dossierId: id,
    cursor,
    what,
    resolution,
    note,
  }) as const;

const received = run(openDesk(), receive(1)).state;
const approved = run(withOfficer(received, minh), {
  type: 'approve-dossier',
  commandId: commandId(50),
  dossierId: id,
  contentHash: dossierIn(received).contentHash,
}).state;

describe('the city says something else of a dossier', () => {
  it('[CF-1] both sides stay until an officer decides; nothing else is done with it meanwhile', () => {
    const state = says(received, changed('0987654321'));
    expect(openIn(state)).toEqual([5]);
    expect(dossierIn(state).content).toEqual(dossierIn(received).content);
    expect(allowedActions(minh, dossierIn(state))).toEqual(['resolve']);
    const signed = run(withOfficer(state, minh), {
      type: 'approve-dossier',
      commandId: commandId(2),
      dossierId: id,
      contentHash: dossierIn(state).contentHash,
    });
    expect(signed.refused?.code).toBe('conflict-open');
  });

  it('[CF-2] who received it decides, or a supervisor; after approval only a supervisor', () => {
    const state = says(received, withdrawn);
    expect(allowedActions(ha, dossierIn(state))).toEqual(['resolve']);
    expect(allowedActions(lan, dossierIn(state))).toEqual([]);
    expect(run(withOfficer(state, lan), resolve(2, withdrawn, 'keep-desk')).refused?.code).toBe(
      'not-your-dossier',
    );
    const signed = says(approved, withdrawn);
    expect(allowedActions(ha, dossierIn(signed))).toEqual([]);
    expect(allowedActions(minh, dossierIn(signed))).toEqual(['resolve']);
    expect(run(withOfficer(signed, ha), resolve(3, withdrawn, 'accept-city')).refused?.code).toBe(
      'status-forbids',
    );
  });

  it('[CF-3] a note is required, and the words must be those that were seen', () => {
    const state = says(received, withdrawn);
    expect(run(state, resolve(2, withdrawn, 'keep-desk', { note: ' ' })).refused?.code).toBe(
      'reason-missing',
    );
    expect(run(state, resolve(3, withdrawn, 'keep-desk', { cursor: 6 })).refused?.code).toBe('no-conflict');
    const other = { ...withdrawn, reason: 'Khác' };
    expect(run(state, resolve(4, other, 'keep-desk')).refused?.code).toBe('no-conflict');
  });

  it('[CF-4] withdrawn: no step any more, but its history; or it goes on', () => {
    const state = says(received, withdrawn);
    const gone = run(state, resolve(2, withdrawn, 'accept-city')).state;
    expect(dossierIn(gone)).toMatchObject({ status: 'withdrawn', city: { kind: 'waiting' } });
    expect([ha, lan, minh].flatMap((officer) => allowedActions(officer, dossierIn(gone)))).toEqual([]);
    expect(openIn(says(gone, changed('0911111111'), 9))).toEqual([]);
    const kept = run(state, resolve(3, withdrawn, 'keep-desk')).state;
    expect(dossierIn(kept).status).toBe('submitted');
    expect(allowedActions(minh, dossierIn(kept))).toEqual(['approve', 'return']);
    expect(dossierIn(kept).history.at(-1)?.note).toBe('Đã gọi công dân');
  });

  it('[CF-5] changed: the city’s values are taken, and what was signed is signed again', () => {
    const what = changed('0987654321');
    const before = says(approved, what);
    const after = run(before, resolve(2, what, 'accept-city')).state;
    expect(dossierIn(after).content.applicant.phone).toBe('0987654321');
    expect(dossierIn(after)).toMatchObject({ status: 'submitted', approvedBy: null });
    expect(dossierIn(after).contentHash).not.toBe(dossierIn(before).contentHash);
    expect(allowedActions(minh, dossierIn(after))).toEqual(['approve', 'return']);
    const kept = run(before, resolve(3, what, 'keep-desk')).state;
    expect(dossierIn(kept)).toMatchObject({ status: 'approved', approvedBy: 'minh.tv' });
    expect(openIn(kept)).toEqual([]);
  });

  it('[CF-6] a value that this desk cannot hold can only be turned down', () => {
    for (const what of [
      changed('không phải số'),
      changed('x', 'applicant.newThing'),
      changed(null, 'applicant.fullName'),
    ]) {
      const state = says(received, what);
      expect(run(state, resolve(2, what, 'accept-city')).refused?.code).toBe('city-change-unfit');
      expect(run(state, resolve(3, what, 'keep-desk')).refused).toBeNull();
    }
  });

  it('[CF-7] a change that the desk has already asks nothing', () => {
    expect(openIn(says(received, changed(dossierIn(received).content.applicant.phone)))).toEqual([]);
  });

  it('[CF-8] the same citizen elsewhere: kept, or withdrawn here; told again it is no new question', () => {
    const state = says(received, elsewhere);
    const kept = run(state, resolve(2, elsewhere, 'keep-desk')).state;
    expect(openIn(says(kept, elsewhere, 11))).toEqual([]);
    expect(openIn(says(kept, { ...elsewhere, code: 'H26.40.06-261119-1' }, 12))).toEqual([12]);
    expect(dossierIn(run(state, resolve(3, elsewhere, 'accept-city')).state).status).toBe('withdrawn');
  });

  it('[CF-9] words twice change nothing; another word under a used cursor is asked about', () => {
    const state = says(received, withdrawn);
    expect(says(state, withdrawn)).toBe(state);
    const kept = run(state, resolve(2, withdrawn, 'keep-desk')).state;
    expect(openIn(says(kept, withdrawn))).toEqual([]);
    expect(openIn(says(kept, changed('0987654321')))).toEqual([5]);
  });

  it('[CF-10] the journal alone says what became of it, whatever is left of the city’s stream', () => {
    const what = changed('0987654321');
    const { events } = run(says(received, what), resolve(2, what, 'accept-city'));
    const alone = run(received, { ...receive(1), commandId: commandId(1) }).state;
    const folded = events.reduce(evolve, alone);
    expect(dossierIn(folded).content.applicant.phone).toBe('0987654321');
    expect(openIn(says(folded, what))).toEqual([]);
  });
});

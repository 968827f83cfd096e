import { describe, expect, it } from 'vitest';
import type { DeskState } from '../../../../src/shared/domain/desk-log/desk-state.ts';
import type { DossierState } from '../../../../src/shared/domain/dossier/dossier-state.ts';
import { actionsInStatus } from '../../../../src/shared/domain/sign-off/action-table.ts';
import { allowedActions } from '../../../../src/shared/domain/sign-off/check-action.ts';
import {
  commandId,
  dossierId,
  ha,
  lan,
  minh,
  openDesk,
  run,
  runAll,
  withOfficer,
} from '../../support/a-desk.ts';
import { applicant, contentFor, fee, papersFor, receive } from '../../support/a-dossier.ts';
import { birth, residence } from '../../support/sample-procedures.ts';

const id = dossierId(1);
const dossierIn = (state: DeskState): DossierState => {
  const dossier = state.dossiers.get(id);
  if (dossier === undefined) throw new Error('no dossier');
  return dossier;
};
const approve = (n: number, state: DeskState, contentHash: string = dossierIn(state).contentHash) =>
  ({ type: 'approve-dossier', commandId: commandId(n), dossierId: id, contentHash }) as const;
const sendBack = (n: number, reason = 'Thiếu chữ ký ở tờ khai') =>
  ({ type: 'return-dossier', commandId: commandId(n), dossierId: id, reason }) as const;
const correct = (n: number, content = contentFor(residence, { note: 'Đã bổ sung' })) =>
  ({ type: 'correct-dossier', commandId: commandId(n), dossierId: id, content }) as const;

const submitted = (): DeskState => run(openDesk(), receive(1)).state;
const returned = (): DeskState => run(withOfficer(submitted(), minh), sendBack(2)).state;

describe('sign-off', () => {
  it('[SO-1] one table says who may do what in which status', () => {
    const statuses = ['received', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
    const table = (role: 'reception-officer' | 'branch-supervisor') =>
      statuses.map((status) => actionsInStatus(role, status).join(' '));
    expect(table('reception-officer')).toEqual([
      'submit resend resolve',
      'resend resolve',
      'resend',
      'correct resend resolve',
      'resend',
    ]);
    expect(table('branch-supervisor')).toEqual([
      'resolve',
      'approve return resolve',
      'resolve',
      'resolve',
      '',
    ]);
  });

  it('[SO-2] a supervisor approves what was submitted', () => {
    const state = withOfficer(submitted(), minh);
    const ran = run(state, approve(2, state));
    expect(dossierIn(ran.state)).toMatchObject({ status: 'approved', approvedBy: 'minh.tv' });
    expect(run(ran.state, approve(3, state)).refused?.code).toBe('status-forbids');
    expect(run(ran.state, sendBack(4)).refused?.code).toBe('status-forbids');
  });

  it('[SO-2] a reception officer neither approves nor returns', () => {
    const state = withOfficer(submitted(), lan);
    expect(run(state, approve(2, state)).refused?.code).toBe('role-may-not');
    expect(run(state, sendBack(3)).refused?.code).toBe('role-may-not');
  });

  it('[SO-3] who received it does not approve it, in whatever role', () => {
    const promoted = { ...ha, role: 'branch-supervisor' as const };
    const state = withOfficer(submitted(), promoted);
    expect(run(state, approve(2, state)).refused?.code).toBe('own-dossier');
    expect(allowedActions(promoted, dossierIn(state))).toEqual(['return']);
    expect(allowedActions(minh, dossierIn(state))).toEqual(['approve', 'return']);
  });

  it('[SO-3] who corrected it does not approve it either', () => {
    const corrected = run(withOfficer(returned(), lan), correct(3)).state;
    const promoted = withOfficer(corrected, { ...lan, role: 'branch-supervisor' });
    expect(run(promoted, approve(4, corrected)).refused?.code).toBe('own-dossier');
  });

  it('[SO-4] approves only the content that was seen', () => {
    const seen = submitted();
    const back = run(withOfficer(seen, minh), sendBack(2)).state;
    const changed = withOfficer(run(withOfficer(back, ha), correct(3)).state, minh);
    expect(run(changed, approve(4, seen)).refused?.code).toBe('content-changed');
    expect(run(changed, approve(5, changed)).refused).toBeNull();
  });

  it('[SO-5] a return needs a reason, which stays', () => {
    const state = withOfficer(submitted(), minh);
    expect(run(state, sendBack(2, '  ')).refused?.code).toBe('reason-missing');
    const ran = run(state, sendBack(3, '  Thiếu chữ ký  '));
    expect(dossierIn(ran.state)).toMatchObject({ status: 'returned', returnReason: 'Thiếu chữ ký' });
    const corrected = run(withOfficer(ran.state, ha), correct(4)).state;
    expect(dossierIn(corrected).returnReason).toBeNull();
    expect(dossierIn(corrected).history.map((step) => step.note)).toContain('Thiếu chữ ký');
  });

  it('[DO-3] only a returned dossier is corrected, by a reception officer, and it is submitted again at once', () => {
    expect(run(submitted(), correct(3)).refused?.code).toBe('status-forbids');
    expect(run(returned(), correct(3)).refused?.code).toBe('role-may-not');
    const { facts, state } = run(withOfficer(returned(), lan), correct(3));
    expect(facts.map((fact) => fact.type)).toEqual(['dossier-corrected', 'dossier-submitted']);
    expect(dossierIn(state)).toMatchObject({
      status: 'submitted',
      correctedBy: 'lan.pt',
      receivedBy: 'ha.nt',
    });
    expect(dossierIn(state).content.note).toBe('Đã bổ sung');
  });

  it('[DO-4] [RC-4] a correction keeps the procedure and, once there is a receipt, the fees', () => {
    const state = withOfficer(returned(), ha);
    expect(run(state, correct(3, contentFor(birth))).refused?.code).toBe('procedure-fixed');
    const cheaper = contentFor(residence, { feeLines: [fee('Nộp trực tuyến', 10_000)] });
    expect(run(state, correct(3, cheaper)).refused?.code).toBe('fees-fixed');
  });

  it('[DO-4] fees that come only with the correction get their receipt then', () => {
    const free = run(openDesk(), receive(1, contentFor(residence, { feeLines: [] }))).state;
    const back = run(withOfficer(free, minh), sendBack(2)).state;
    const { facts, state } = run(withOfficer(back, ha), correct(3));
    expect(facts.map((fact) => fact.type)).toEqual([
      'dossier-corrected',
      'receipt-issued',
      'dossier-submitted',
    ]);
    expect(dossierIn(state).receipt?.totalVnd).toBe(20_000);
  });

  it('[PA-1] a correction is judged like an intake, also when the catalogue has changed since', () => {
    const state = withOfficer(returned(), ha);
    const papers = papersFor(residence).map((paper) => ({ ...paper, pages: [] }));
    const empty = contentFor(residence, { papers });
    expect(run(state, correct(3, empty)).refused?.code).toBe('paper-needs-pages');
    const reference = { version: 9, procedures: [], receipt: { form: 'EBL01', series: '26TAA' } };
    expect(run(state, correct(3, empty), { reference }).refused?.code).toBe('paper-needs-pages');
    expect(run(state, correct(3), { reference }).refused).toBeNull();
  });

  it('[DL-2] retried commands of the whole way change nothing', () => {
    const at = withOfficer(submitted(), minh);
    const done = runAll(at, [sendBack(2)]);
    expect(run(done, sendBack(2))).toMatchObject({ facts: [], refused: null });
    expect(run(done, receive(1, contentFor(residence, { applicant })))).toMatchObject({
      facts: [],
      refused: null,
    });
  });

  it('submits only what was received and is not submitted yet', () => {
    const command = { type: 'submit-dossier', commandId: commandId(8), dossierId: id } as const;
    expect(run(submitted(), command).refused?.code).toBe('status-forbids');
    expect(run(openDesk(), command).refused?.code).toBe('dossier-unknown');
  });
});

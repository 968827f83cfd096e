import { describe, expect, it } from 'vitest';
import { emptyDeskState } from '../../../../src/shared/domain/desk-log/evolve.ts';
import type { NumberLease } from '../../../../src/shared/domain/number-lease/number-lease.ts';
import {
  commandId,
  desk,
  dossierId,
  dossierLease,
  ha,
  leaseId,
  minh,
  openDesk,
  receiptLease,
  run,
  runAll,
  slipLease,
} from '../../support/a-desk.ts';
import { contentFor, receive } from '../../support/a-dossier.ts';
import { birth } from '../../support/sample-procedures.ts';

const enrol = (n: number) =>
  ({ type: 'enrol-desk', commandId: commandId(n), desk, deskPublicKey: 'd', cityPublicKey: 'c' }) as const;
const signIn = (n: number, officer = ha) => ({ type: 'sign-in', commandId: commandId(n), officer }) as const;
const accept = (n: number, lease: NumberLease) =>
  ({ type: 'accept-lease', commandId: commandId(n), lease }) as const;
const burn = (n: number, number: number, reason = 'Giấy in kẹt') =>
  ({
    type: 'void-number',
    commandId: commandId(n),
    kind: 'dossier-code',
    leaseId: leaseId(1),
    number,
    reason,
  }) as const;

describe('a desk and who sits at it', () => {
  it('[DE-1] is enrolled once, and nothing happens before', () => {
    const { state } = run(emptyDeskState, enrol(1));
    expect(state.desk).toEqual(desk);
    expect(run(state, enrol(2)).refused?.code).toBe('desk-already-enrolled');
    expect(run(emptyDeskState, signIn(1)).refused?.code).toBe('desk-not-enrolled');
    expect(run(emptyDeskState, accept(1, slipLease(1, 1, 5))).refused?.code).toBe('desk-not-enrolled');
  });

  it('[OF-1] signing in signs out whoever was there', () => {
    const { facts, state } = run(openDesk(), signIn(1, minh));
    expect(facts.map((fact) => fact.type)).toEqual(['officer-signed-out', 'officer-signed-in']);
    expect(state.signedIn).toEqual(minh);
    expect([...state.officers.keys()]).toEqual(['ha.nt', 'minh.tv']);
    expect(run(state, signIn(2, minh)).refused?.code).toBe('already-signed-in');
  });

  it('[OF-1] signs out only who is there', () => {
    const signOut = (n: number, officerId = ha.officerId) =>
      ({ type: 'sign-out', commandId: commandId(n), officerId }) as const;
    expect(run(openDesk(), signOut(1, minh.officerId)).refused?.code).toBe('not-signed-in');
    const { state } = run(openDesk(), signOut(2));
    expect(state.signedIn).toBeNull();
  });

  it('[OF-3] takes the role of the last sign-in', () => {
    const promoted = { ...ha, role: 'branch-supervisor' as const };
    const { state } = run(openDesk(), signIn(1, promoted));
    expect(state.signedIn?.role).toBe('branch-supervisor');
    expect(state.officers.get(ha.officerId)?.role).toBe('branch-supervisor');
  });
});

describe('number leases', () => {
  it('[NL-7] refuses blocks that are known, overlapping, empty, too high or of another unit', () => {
    const state = openDesk();
    const code = (lease: NumberLease) => run(state, accept(1, lease)).refused?.code;
    expect(code(slipLease(3, 71, 80))).toBe('lease-already-held');
    expect(code(slipLease(8, 80, 90))).toBe('lease-overlaps');
    expect(code(slipLease(8, 60, 100))).toBe('lease-overlaps');
    expect(code(slipLease(8, 90, 81))).toBe('lease-empty');
    expect(code(slipLease(8, 81, 100_000_000))).toBe('lease-out-of-range');
    expect(code({ ...dossierLease(8, 1, 5), unitCode: 'H26.40.03' } as NumberLease)).toBe(
      'lease-not-for-this-unit',
    );
    expect(code(slipLease(8, 81, 90))).toBeUndefined();
    // The same numbers in another series, or on another day, are other numbers.
    expect(code(receiptLease(8, 501, 510, '26TAB'))).toBeUndefined();
    expect(code(dossierLease(8, 3001, 3010, '2026-11-23'))).toBeUndefined();
  });

  it('[NL-4] finishes the block that was begun, then takes the lowest', () => {
    const leases = [dossierLease(1, 50, 51), dossierLease(4, 90, 91), slipLease(3, 1, 99)];
    let state = openDesk(leases);
    state = run(state, receive(1, contentFor(birth))).state;
    state = run(state, accept(2, dossierLease(5, 10, 11))).state;
    for (const n of [3, 4, 5, 6, 7]) state = run(state, receive(n, contentFor(birth))).state;
    expect([...state.dossiers.values()].map(({ code }) => code.slice(-4))).toEqual([
      '0050',
      '0051',
      '0010',
      '0011',
      '0090',
      '0091',
    ]);
  });

  it('[NL-6] a voided number is skipped and stays explained', () => {
    const state = runAll(openDesk(), [burn(1, 3001), burn(2, 3003), receive(3), receive(4)]);
    expect(state.dossiers.get(dossierId(3))?.code).toMatch(/-3002$/);
    expect(state.dossiers.get(dossierId(4))?.code).toMatch(/-3004$/);
    expect(state.leases.get(leaseId(1))?.voided).toEqual([3001, 3003]);
  });

  it('[NL-5] [NL-6] a number can be voided only while it is free, and only with a reason', () => {
    const state = runAll(openDesk(), [receive(1), burn(2, 3005)]);
    const code = (number: number, reason?: string) => run(state, burn(9, number, reason)).refused?.code;
    expect(code(3001)).toBe('number-already-used');
    expect(code(3005)).toBe('number-voided');
    expect(code(4000)).toBe('number-outside-lease');
    expect(code(3006, '  ')).toBe('reason-missing');
    expect(run(state, { ...burn(9, 75), kind: 'receipt' }).refused?.code).toBe('lease-unknown');
  });
});

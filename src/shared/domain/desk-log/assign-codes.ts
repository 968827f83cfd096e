import type { z } from 'zod';
import type { LocalDate } from '../../base/dates.ts';
import { hanoiDate } from '../../base/hanoi-time.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { composeDossierCode } from '../dossier/dossier-code.ts';
import type { DossierCode, DossierCodeAssigned, GivenCode } from '../dossier/dossier-received.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { awaitsCode, isProvisional } from '../dossier/provisional-code.ts';
import { useNumber } from '../number-lease/evolve-lease.ts';
import { findNextNumber } from '../number-lease/find-next-number.ts';
import type { DeskState } from './desk-state.ts';

const bornAt = (dossier: DossierState): number => dossier.history[0]?.seq ?? 0;

/** Dossiers that still have no final code, in the order of their reception. */
const waitingForCode = (state: DeskState): readonly DossierState[] =>
  [...state.awaitingCode]
    .flatMap((id) => state.dossiers.get(id) ?? [])
    .filter(awaitsCode)
    .sort((left, right) => bornAt(left) - bornAt(right));

/** How many codes of each intake day are waited for: the city is asked for just these days, also past ones. */
export function codesAwaited(state: DeskState): ReadonlyMap<LocalDate, number> {
  const awaited = new Map<LocalDate, number>();
  for (const { receivedAt } of waitingForCode(state)) {
    const date = hanoiDate(receivedAt);
    awaited.set(date, (awaited.get(date) ?? 0) + 1);
  }
  return awaited;
}

/**
 * The final codes that can be given now: each of the dossier's own intake day (TT 03/2025 Đ13: the date in the code is
 * that of intake), in the order of reception. Pure and of the state alone: what was assigned is not found again, so a
 * power cut between the coming of a block and this makes nothing twice. At most `limit` at once.
 */
export function assignCodes(state: DeskState, limit: number): readonly z.infer<typeof DossierCodeAssigned>[] {
  if (state.desk === null) return [];
  const { unitCode } = state.desk.branch;
  const leases = new Map(state.leases);
  const facts: z.infer<typeof DossierCodeAssigned>[] = [];
  for (const { dossierId, code: provisionalCode, receivedAt } of waitingForCode(state)) {
    if (facts.length >= limit) break;
    const date = hanoiDate(receivedAt);
    const leased = findNextNumber(leases, { kind: 'dossier-code', unitCode, date });
    const lease = leased === null ? undefined : leases.get(leased.leaseId);
    if (leased === null || lease === undefined || !isProvisional(provisionalCode)) continue;
    leases.set(leased.leaseId, useNumber(lease, leased));
    const code = composeDossierCode(unitCode, date, leased.number);
    facts.push({ type: 'dossier-code-assigned', dossierId, provisionalCode, code, leased });
  }
  return facts;
}

/**
 * May the citizen be said to know this code? Failures: `code-not-changed` (it never had another, or has none yet),
 * `code-told-already`.
 */
export function checkCodeTold(dossier: DossierState, code: GivenCode): Result<DossierCode, Failure> {
  const facts = { code: dossier.code };
  if (dossier.provisionalCode === undefined || isProvisional(code) || code !== dossier.code) {
    return fail('code-not-changed', 'officer-decides', facts);
  }
  return dossier.codeTold === true ? fail('code-told-already', 'officer-decides', facts) : ok(code);
}

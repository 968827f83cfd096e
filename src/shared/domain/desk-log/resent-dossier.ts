import { composeDossierCode } from '../dossier/dossier-code.ts';
import type { DossierContent } from '../dossier/dossier-received.ts';
import type { DossierResent } from '../dossier/dossier-resent.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { LeaseStates } from '../number-lease/lease-state.ts';
import type { LeasedNumber } from '../number-lease/number-lease.ts';

/** The leased number that a code is made of; null for a provisional one. */
function findLeasedOfCode(leases: LeaseStates, code: string): LeasedNumber | null {
  const number = Number(code.slice(code.lastIndexOf('-') + 1));
  for (const { lease } of leases.values()) {
    if (lease.kind !== 'dossier-code' || number < lease.from || number > lease.to) continue;
    if (composeDossierCode(lease.unitCode, lease.date, number) === code) {
      return { leaseId: lease.leaseId, number };
    }
  }
  return null;
}

type Changeable = { readonly content: DossierContent } & Pick<
  DossierResent,
  'dueAt' | 'dueEstimated' | 'feeDeferred'
>;

/**
 * The whole dossier again: all that was given out stays as it was (code, receipt, slip, moment of intake), only what is
 * handed in here is new. The guard makes the same and compares.
 */
export function resentDossier(
  leases: LeaseStates,
  dossier: DossierState,
  refusedSeq: number,
  { content, dueAt, dueEstimated, feeDeferred }: Changeable,
): DossierResent {
  const { dossierId, code, provisionalCode, receivedAt, receipt, slip } = dossier;
  return {
    type: 'dossier-resent',
    dossierId,
    code,
    ...(provisionalCode === undefined ? {} : { provisionalCode }),
    leased: findLeasedOfCode(leases, code),
    content,
    receivedAt,
    dueAt,
    ...(dueEstimated === true ? { dueEstimated } : {}),
    ...(feeDeferred === true ? { feeDeferred } : {}),
    receipt,
    slip,
    refusedSeq,
  };
}

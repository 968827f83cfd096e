import type { z } from 'zod';
import { assertNever } from '../../base/result.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { type FactOrigin, takeStep } from '../dossier/dossier-step.ts';
import type { DossierApproved, DossierReturned, DossierSubmitted } from './sign-off.ts';

type SignOffFact = z.infer<typeof DossierSubmitted | typeof DossierApproved | typeof DossierReturned>;

/** A dossier after one step of its way over the supervisor's desk. */
export function evolveSignOff(dossier: DossierState, fact: SignOffFact, origin: FactOrigin): DossierState {
  switch (fact.type) {
    case 'dossier-submitted':
      return takeStep(dossier, fact.type, origin, { status: 'submitted' });
    case 'dossier-approved':
      return takeStep(dossier, fact.type, origin, { status: 'approved', approvedBy: origin.by });
    case 'dossier-returned':
      return takeStep(
        dossier,
        fact.type,
        origin,
        { status: 'returned', returnReason: fact.reason },
        fact.reason,
      );
    default:
      return assertNever(fact);
  }
}

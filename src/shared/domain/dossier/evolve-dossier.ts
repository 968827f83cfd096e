import type { z } from 'zod';
import type { Sha256Hex } from '../../base/canonical-json.ts';
import type { OfficerId } from '../../base/ids.ts';
import type { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import type { ReceiptIssued } from '../receipt/receipt.ts';
import { findChanged } from './changeable-fields.ts';
import type { ConflictResolved } from './conflict-resolved.ts';
import { contentHashOf } from './content-hash.ts';
import type {
  DossierCodeAssigned,
  DossierCodeTold,
  DossierCorrected,
  DossierReceived,
} from './dossier-received.ts';
import type { DossierResent } from './dossier-resent.ts';
import type { DossierState } from './dossier-state.ts';
import { type FactOrigin, takeStep } from './dossier-step.ts';

/** A dossier is born. A fact without an officer cannot be born by `decide`; it is kept, owned by nobody. */
export function openDossier(
  fact: z.infer<typeof DossierReceived>,
  origin: FactOrigin,
  sha256Hex: Sha256Hex,
): DossierState {
  return {
    dossierId: fact.dossierId,
    code: fact.code,
    status: 'received',
    content: fact.content,
    contentHash: contentHashOf(fact.content, sha256Hex),
    receivedAt: fact.receivedAt,
    dueAt: fact.dueAt,
    ...(fact.dueEstimated === true ? { dueEstimated: true as const } : {}),
    ...(fact.feeDeferred === true ? { feeDeferred: true as const } : {}),
    receivedBy: origin.by ?? ('nobody' as OfficerId),
    correctedBy: null,
    approvedBy: null,
    returnReason: null,
    receipt: null,
    slip: null,
    lastSeq: origin.seq,
    city: { kind: 'waiting' },
    history: [{ ...origin, type: fact.type, note: '' }],
  };
}

/** The content is replaced as a whole; the reason it came back for stays in the history. */
export function correctDossier(
  dossier: DossierState,
  fact: z.infer<typeof DossierCorrected>,
  origin: FactOrigin,
  sha256Hex: Sha256Hex,
): DossierState {
  return takeStep(dossier, fact.type, origin, {
    status: 'received',
    content: fact.content,
    contentHash: contentHashOf(fact.content, sha256Hex),
    correctedBy: origin.by,
    returnReason: null,
    feeDeferred: fact.feeDeferred,
  });
}

/** Everything again under the same number; what was printed stays as it is, the sign-off starts again. */
export function resendDossier(
  dossier: DossierState,
  fact: DossierResent,
  origin: FactOrigin,
  sha256Hex: Sha256Hex,
): DossierState {
  const { dueEstimated: _, ...kept } = dossier;
  return takeStep(kept, fact.type, origin, {
    status: 'received',
    content: fact.content,
    contentHash: contentHashOf(fact.content, sha256Hex),
    dueAt: fact.dueAt,
    ...(fact.dueEstimated === true ? { dueEstimated: true as const } : {}),
    correctedBy: origin.by,
    approvedBy: null,
    returnReason: null,
    feeDeferred: fact.feeDeferred,
    receipt: dossier.receipt ?? fact.receipt,
    slip: dossier.slip ?? fact.slip,
  });
}

/** What giving way to the city makes of the dossier. A change after approval has to be signed again. */
function giveWay(
  dossier: DossierState,
  { what }: ConflictResolved,
  sha256Hex: Sha256Hex,
): Partial<DossierState> {
  if (what.type !== 'dossier-changed') return { status: 'withdrawn' };
  const content = findChanged(dossier.content, what.changes);
  if (content === null) return {};
  const contentHash = contentHashOf(content, sha256Hex);
  const changed = { content, contentHash };
  return dossier.status === 'approved' && contentHash !== dossier.contentHash
    ? { ...changed, status: 'submitted', approvedBy: null }
    : changed;
}

/** One side stands: the city's values or its withdrawal, or the dossier as it was. A withdrawn dossier stays withdrawn. */
export function resolveConflict(
  dossier: DossierState,
  fact: ConflictResolved,
  origin: FactOrigin,
  sha256Hex: Sha256Hex,
): DossierState {
  const { cursor, what, resolution, note } = fact;
  const accepted = resolution === 'accept-city';
  const change = accepted && dossier.status !== 'withdrawn' ? giveWay(dossier, fact, sha256Hex) : {};
  const resolved = [
    ...(dossier.resolved ?? []),
    { cursor, what, resolution, note, at: origin.at, by: origin.by },
  ];
  return takeStep(
    dossier,
    accepted ? 'conflict-accepted' : 'conflict-kept',
    origin,
    { ...change, resolved },
    note,
  );
}

export const attachReceipt = (dossier: DossierState, fact: ReceiptIssued, origin: FactOrigin): DossierState =>
  takeStep(dossier, fact.type, origin, { receipt: dossier.receipt ?? fact });

export const attachSlip = (dossier: DossierState, fact: IntakeSlipIssued, origin: FactOrigin): DossierState =>
  takeStep(dossier, fact.type, origin, { slip: dossier.slip ?? fact });

/** The final code takes the place of the provisional one, which stays as an alias. */
export const assignCode = (
  dossier: DossierState,
  fact: z.infer<typeof DossierCodeAssigned>,
  origin: FactOrigin,
): DossierState => {
  const { code, provisionalCode } = fact;
  return takeStep(dossier, fact.type, origin, { code, provisionalCode }, provisionalCode);
};

export const tellCode = (
  dossier: DossierState,
  fact: z.infer<typeof DossierCodeTold>,
  origin: FactOrigin,
): DossierState => takeStep(dossier, fact.type, origin, { codeTold: true });

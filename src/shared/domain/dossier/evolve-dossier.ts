import type { z } from 'zod';
import type { Sha256Hex } from '../../base/canonical-json.ts';
import type { OfficerId } from '../../base/ids.ts';
import type { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import type { ReceiptIssued } from '../receipt/receipt.ts';
import { contentHashOf } from './content-hash.ts';
import type { DossierCorrected, DossierReceived } from './dossier-received.ts';
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
  });
}

export const attachReceipt = (dossier: DossierState, fact: ReceiptIssued, origin: FactOrigin): DossierState =>
  takeStep(dossier, fact.type, origin, { receipt: dossier.receipt ?? fact });

export const attachSlip = (dossier: DossierState, fact: IntakeSlipIssued, origin: FactOrigin): DossierState =>
  takeStep(dossier, fact.type, origin, { slip: dossier.slip ?? fact });

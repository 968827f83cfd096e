import type { LocalDate } from '../../base/dates.ts';
import type { CommandId, DossierId, LeaseId, OfficerId } from '../../base/ids.ts';
import type { Desk } from '../desk/desk.ts';
import type { CityConflict } from '../dossier/city-conflict.ts';
import type { ConflictResolution } from '../dossier/conflict-resolved.ts';
import type { DossierContent } from '../dossier/dossier-received.ts';
import type { NumberKind, NumberLease } from '../number-lease/number-lease.ts';
import type { Officer } from '../officer/officer.ts';
import type { PaymentMethod } from '../receipt/receipt.ts';

type Order<Type extends string, Details> = {
  readonly type: Type;
  readonly commandId: CommandId;
} & Readonly<Details>;

export type EnrolDesk = Order<'enrol-desk', { desk: Desk; deskPublicKey: string; cityPublicKey: string }>;
/** `officer`: as main found it after checking the PIN. */
export type SignIn = Order<'sign-in', { officer: Officer }>;
export type SignOut = Order<'sign-out', { officerId: OfficerId }>;
export type AcceptLease = Order<'accept-lease', { lease: NumberLease }>;
/** `dossierId` is made with the draft, so that a retry can never open a second dossier. */
export type ReceiveDossier = Order<'receive-dossier', { dossierId: DossierId; content: DossierContent }>;
export type CorrectDossier = Order<'correct-dossier', { dossierId: DossierId; content: DossierContent }>;
export type SubmitDossier = Order<'submit-dossier', { dossierId: DossierId }>;
/** `contentHash`: of the content that was on the supervisor's screen. */
export type ApproveDossier = Order<'approve-dossier', { dossierId: DossierId; contentHash: string }>;
export type ReturnDossier = Order<'return-dossier', { dossierId: DossierId; reason: string }>;
export type VoidNumber = Order<
  'void-number',
  { kind: NumberKind; leaseId: LeaseId; number: number; reason: string }
>;

/** The fee that waited for a receipt number. */
export type CollectFee = Order<'collect-fee', { dossierId: DossierId; method: PaymentMethod }>;
/** The citizen was told the final code. */
export type TellCode = Order<'tell-code', { dossierId: DossierId }>;

/** A dossier that the city refused, put right; `content` whole. */
export type ResendDossier = Order<'resend-dossier', { dossierId: DossierId; content: DossierContent }>;
/** `what`: the city's words as they were on the officer's screen. */
export type ResolveConflict = Order<
  'resolve-conflict',
  { dossierId: DossierId; cursor: number; what: CityConflict; resolution: ConflictResolution; note: string }
>;

/** `paperCount`: as counted by hand. */
export type CloseDay = Order<'close-day', { date: LocalDate; paperCount: number; note: string }>;

/** Everything the desk can be told to do. One `commandId` per press of a button, the same on every retry. */
export type Command =
  | EnrolDesk
  | SignIn
  | SignOut
  | AcceptLease
  | ReceiveDossier
  | CorrectDossier
  | SubmitDossier
  | ApproveDossier
  | ReturnDossier
  | VoidNumber
  | CollectFee
  | TellCode
  | ResendDossier
  | ResolveConflict
  | CloseDay;

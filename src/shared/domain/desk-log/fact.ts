import { z } from 'zod';
import { DayClosed } from '../day/day-closed.ts';
import { DeskEnrolled } from '../desk/desk.ts';
import { ConflictResolved } from '../dossier/conflict-resolved.ts';
import {
  DossierCodeAssigned,
  DossierCodeTold,
  DossierCorrected,
  DossierReceived,
} from '../dossier/dossier-received.ts';
import { DossierResent } from '../dossier/dossier-resent.ts';
import { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import { NumberLeaseReceived, NumberLeasesClosed, NumberVoided } from '../number-lease/number-lease.ts';
import { OfficerSignedIn, OfficerSignedOut } from '../officer/officer.ts';
import { ReceiptIssued } from '../receipt/receipt.ts';
import { DossierApproved, DossierReturned, DossierSubmitted } from '../sign-off/sign-off.ts';

/** Everything that can have happened at a desk. Past tense, immutable. */
export const Fact = z.discriminatedUnion('type', [
  DeskEnrolled,
  OfficerSignedIn,
  OfficerSignedOut,
  NumberLeaseReceived,
  NumberVoided,
  NumberLeasesClosed,
  DossierReceived,
  DossierCorrected,
  DossierCodeAssigned,
  DossierCodeTold,
  ReceiptIssued,
  IntakeSlipIssued,
  DossierSubmitted,
  DossierApproved,
  DossierReturned,
  DossierResent,
  ConflictResolved,
  DayClosed,
]);
export type Fact = Readonly<z.infer<typeof Fact>>;
export type FactType = Fact['type'];

const FACT_TYPES: ReadonlySet<string> = new Set(Fact.options.flatMap(({ shape }) => [...shape.type.values]));

/** Does this program know such facts? A log that holds others was written by a newer one. */
export const isFactType = (type: string): type is FactType => FACT_TYPES.has(type);

import { z } from 'zod';
import { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import { ReceiptIssued } from '../receipt/receipt.ts';
import { DossierReceived } from './dossier-received.ts';
import { ProvisionalCode } from './provisional-code.ts';

/**
 * A dossier that the city refused, put right and sent again under the same number: whole, with receipt and slip as they
 * were printed, because the city may have taken none of the earlier facts. `refusedSeq`: the fact that was refused;
 * `provisionalCode`: the alias of a dossier that has its final code by now.
 */
export const DossierResent = z.object({
  ...DossierReceived.shape,
  type: z.literal('dossier-resent'),
  provisionalCode: ProvisionalCode.optional(),
  receipt: ReceiptIssued.nullable(),
  slip: IntakeSlipIssued.nullable(),
  refusedSeq: z.int().min(1),
});
export type DossierResent = Readonly<z.infer<typeof DossierResent>>;

import { sumOfLines } from '../receipt/total-of.ts';
import type { DossierState } from './dossier-state.ts';

/** Fees that were not collected because no receipt number was left; collected later, under a receipt of that day. */
export const owesFee = ({ feeDeferred, receipt, content }: DossierState): boolean =>
  feeDeferred === true && receipt === null && sumOfLines(content.feeLines) > 0;

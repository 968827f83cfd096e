import { v7 } from 'uuid';
import type { DeskAtLine } from './desk-at-line.ts';

/** A whole block: what is left is below the mark at which the next one is asked for. */
const CODES = 100;

/** Voids so many codes that the desk must ask for numbers. */
export async function burnCodes(desk: DeskAtLine): Promise<void> {
  for (let n = 0; n < CODES; n += 1) {
    const order = { do: 'void-number', commandId: v7(), kind: 'dossier-code', reason: 'viết nhầm' } as const;
    const voided = await desk.insist<'void-number'>('ha', order);
    if (voided.ok) desk.ledger.voidedNumber('dossier-code', voided.value.number);
  }
  // A desk that has just asked for numbers waits before it asks again; one that was opened anew does not.
  await desk.close();
  await desk.open();
}

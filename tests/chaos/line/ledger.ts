import { appendFileSync } from 'node:fs';
import { hashOf } from '../headless-desk/made-pages.ts';
import type { Intake, Printed } from '../headless-desk/orders.ts';

/** What a citizen was told and given, as the driver saw it. */
export type Given = {
  readonly dossierId: string;
  readonly intake: Intake;
  readonly printed: Printed;
  /** Hashes of the pages handed in, worked out by the driver. */
  readonly pages: readonly string[];
};

/**
 * The oracle: written by the driver, outside the desk, the moment that an answer is read. Its file outlives every kill
 * and is what a person looks at when a run fails.
 */
export function openLedger(file: string) {
  const given = new Map<string, Given>();
  const voided: { readonly kind: string; readonly number: number }[] = [];
  const cityHas = new Set<string>();
  const note = (what: string, facts: object): void =>
    appendFileSync(file, `${JSON.stringify({ what, ...facts })}\n`);

  return {
    given: (): readonly Given[] => [...given.values()],
    voided: (): readonly { readonly kind: string; readonly number: number }[] => voided,
    cityHas: (): ReadonlySet<string> => cityHas,
    asked: (order: object): void => note('asked', order),
    gave: (dossierId: string, intake: Intake, printed: Printed): void => {
      note('gave', { dossierId, printed, citizen: intake.citizen, version: intake.version });
      given.set(dossierId, { dossierId, intake, printed, pages: intake.pages.map(hashOf) });
    },
    voidedNumber: (kind: string, number: number): void => {
      note('voided', { kind, number });
      voided.push({ kind, number });
    },
    saidCityHas: (dossierId: string): void => {
      note('city-has', { dossierId });
      cityHas.add(dossierId);
    },
  };
}
export type Ledger = ReturnType<typeof openLedger>;

import type { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import type { CityHoldings } from './count-truth.ts';

export type Summary = {
  readonly dossiers: number;
  readonly pages: number;
  readonly charactersRead: number;
  readonly receipts: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly approved: number;
  readonly returned: number;
  readonly secondsPerStep: Readonly<Record<string, number>>;
};

/**
 * Everything counted from the journal and the city's database, nothing from what was intended: what the journal has
 * and the city has not is lost, what the city has more than once is duplicated.
 */
export function summarise(
  events: readonly DeskEvent[],
  city: CityHoldings,
  charactersRead: number,
  secondsPerStep: Readonly<Record<string, number>>,
): Summary {
  const facts = events.map(({ fact }) => fact);
  const received = facts.filter((fact) => fact.type === 'dossier-received');
  const pages = new Set(
    received.flatMap(({ content }) =>
      content.papers.flatMap((paper) => paper.pages.map(({ sha256 }) => sha256)),
    ),
  );
  const receipts = facts.filter((fact) => fact.type === 'receipt-issued').length;
  const missingDossiers = received.filter(({ code }) => !city.complete.includes(code)).length;
  const missingPages = [...pages].filter((sha256) => !city.pages.includes(sha256)).length;
  return {
    dossiers: received.length,
    pages: pages.size,
    charactersRead,
    receipts,
    acknowledged: city.complete.length,
    lost: missingDossiers + missingPages + city.wrongPages.length + Math.max(0, receipts - city.receipts),
    duplicated: city.codes.length - new Set(city.codes).size + Math.max(0, city.receipts - receipts),
    approved: facts.filter((fact) => fact.type === 'dossier-approved').length,
    returned: facts.filter((fact) => fact.type === 'dossier-returned').length,
    secondsPerStep,
  };
}

/** What is off, in words; empty when the demo did what it says. */
export function findFaults(summary: Summary): readonly string[] {
  const expected = {
    dossiers: 3,
    acknowledged: 3,
    lost: 0,
    duplicated: 0,
    approved: 2,
    returned: 1,
  } as const;
  const faults = Object.entries(expected)
    .filter(([name, value]) => summary[name as keyof typeof expected] !== value)
    .map(([name, value]) => `${name}: ${summary[name as keyof typeof expected]}, expected ${value}`);
  if (summary.receipts < 1) faults.push('no receipt was issued');
  if (summary.pages < 5) faults.push(`only ${summary.pages} pages`);
  if (summary.charactersRead < 2000) faults.push(`only ${summary.charactersRead} characters were read`);
  return faults;
}

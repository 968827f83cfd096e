import type { Instant } from '../../../shared/base/dates.ts';
import { NOTHING_HEARD } from '../../../shared/domain/dossier/city-heard.ts';
import type { DossierState, DossierStep } from '../../../shared/domain/dossier/dossier-state.ts';

export const findLastStep = (dossier: DossierState, type: string): DossierStep | undefined =>
  dossier.history.findLast((step) => step.type === type);

/** Since when the supervisor can sign it. */
export const submittedAt = (dossier: DossierState): Instant =>
  findLastStep(dossier, 'dossier-submitted')?.at ?? dossier.receivedAt;

/** Moment of the oldest fact that the city has not judged; null when it has judged all. */
export function unsentSince(dossier: DossierState): Instant | null {
  if (dossier.city.kind !== 'waiting') return null;
  const { verdicts, complete } = dossier.cityHeard ?? NOTHING_HEARD;
  const judgedTo = Math.max(verdicts.at(-1)?.seq ?? 0, complete?.seq ?? 0);
  return dossier.history.find((step) => step.seq > judgedTo)?.at ?? null;
}

export const pageCount = (dossier: DossierState): number =>
  dossier.content.papers.reduce((count, paper) => count + paper.pages.length, 0);

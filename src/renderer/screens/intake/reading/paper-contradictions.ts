import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import { pictureKey } from '../../../../shared/domain/page/page-look.ts';
import type { Contradiction } from '../../../../shared/domain/reading/contradictions/contradiction.ts';
import { findContradictions } from '../../../../shared/domain/reading/contradictions/find-contradictions.ts';
import type { StoredReading } from '../../../state/use-stored.ts';

/** Readings of a paper's pages by `pictureKey`. */
export type PaperReadings = ReadonlyMap<string, StoredReading>;

/** The same each time, so that nothing is worked out anew. */
const NONE: readonly Contradiction[] = [];

/**
 * What both sides of a card say against each other: the QR is on one, the zone for machines on the other. Only where
 * the paper is one card; two parents' cards may well differ.
 */
export function paperContradictions(
  pages: readonly DossierPage[],
  readings: PaperReadings,
): readonly Contradiction[] {
  const sides = pages.flatMap((page) => readings.get(pictureKey(page)) ?? []);
  const kinds = sides.map((side) => side.kind?.kind ?? '');
  const oneCard =
    sides.length === 2 &&
    kinds.some((kind) => kind.endsWith('-card-front')) &&
    kinds.some((kind) => kind.endsWith('-card-back'));
  return oneCard ? findContradictions({ evidence: sides.flatMap((side) => side.fields) }) : NONE;
}

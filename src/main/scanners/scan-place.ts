import type { ScanPlace, ScanRequest } from '../../shared/contracts/bridge/scanning.ts';

const START: ScanPlace = { sheetsKept: 0, frontOfNextKept: false };

/**
 * Where a stack stands after a scan that a fault ended: sheets that are in with every side, counted over all its parts.
 * `pages`: pages kept of this part. Both sides of a sheet come one after the other, the front first.
 */
export function placeAfter(
  { source, resume }: Pick<ScanRequest, 'source' | 'resume'>,
  pages: number,
): ScanPlace {
  const before = resume ?? START;
  if (source !== 'feeder-duplex') return { sheetsKept: before.sheetsKept + pages, frontOfNextKept: false };
  const sides = pages + (before.frontOfNextKept ? 1 : 0);
  return { sheetsKept: before.sheetsKept + Math.floor(sides / 2), frontOfNextKept: sides % 2 === 1 };
}

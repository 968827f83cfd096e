import { PAPER_MM, PaperSize, type Scanner } from '../../shared/contracts/bridge/scanning.ts';

/** Resolutions that a device has: a list, or everything in a range; null where it has no say in it. */
export type Resolutions = readonly number[] | { readonly least: number; readonly most: number } | null;

export type Abilities = Pick<Scanner, 'sources' | 'dpi' | 'colours' | 'sizes'>;

/** What papers are scanned with: archives ask for ≥ 200 dpi (TT 01/2023), cards and small print for 300. */
const WISHED_DPI = [200, 300];
/** Devices measure their glass a little short: 209.97 × 296.93 mm is an A4 glass. */
const SHORT_MM = 3;
/** Where the device does not say, what every office scanner can do. */
const USUAL_SIZES: readonly PaperSize[] = ['a4', 'a5', 'letter', 'card'];

/**
 * The resolutions to offer: 200 and 300 dpi where the device has them, else the coarsest of its own above 200, and only
 * where there is none its finest.
 */
export function offeredDpi(resolutions: Resolutions): number[] {
  if (resolutions === null) return WISHED_DPI;
  if ('least' in resolutions) {
    const { least, most } = resolutions;
    const inRange = WISHED_DPI.filter((dpi) => dpi >= least && dpi <= most);
    return inRange.length > 0 ? inRange : [most < 200 ? Math.floor(most) : Math.ceil(least)];
  }
  const wished = WISHED_DPI.filter((dpi) => resolutions.includes(dpi));
  if (wished.length > 0) return wished;
  const fine = resolutions.filter((dpi) => dpi >= 200);
  return fine.length > 0 ? [Math.min(...fine)] : [Math.max(...resolutions)];
}

/** The resolution to ask for: the wished one, else the nearest; of two equally near the finer, what was not scanned cannot be read. */
export function nearestResolution(wanted: number, offered: Resolutions): number | null {
  if (offered === null) return null;
  if ('least' in offered) return Math.min(offered.most, Math.max(offered.least, wanted));
  const [nearest] = [...offered].sort(
    (one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || other - one,
  );
  return nearest ?? null;
}

/** Papers that fit on an area of this many millimetres; A4 at least, of which a smaller device gives what it has. */
export function offeredSizes(widthMm: number | null, heightMm: number | null): PaperSize[] {
  if (widthMm === null || heightMm === null) return [...USUAL_SIZES];
  const fits = PaperSize.options.filter(
    (size) => PAPER_MM[size].width <= widthMm + SHORT_MM && PAPER_MM[size].height <= heightMm + SHORT_MM,
  );
  return fits.includes('a4') ? fits : ['a4', ...fits];
}

/** For a device that does not tell (in use, asleep, behind another program): everything; what it has not is refused by a scan. */
export const UNTOLD: Abilities = {
  sources: ['flatbed', 'feeder', 'feeder-duplex'],
  dpi: offeredDpi(null),
  colours: ['colour', 'grey'],
  sizes: offeredSizes(null, null),
};

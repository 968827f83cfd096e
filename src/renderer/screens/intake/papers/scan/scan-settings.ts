import { z } from 'zod';
import { type Scanner, ScanRequest } from '../../../../../shared/contracts/bridge/scanning.ts';
import type { PagePlace } from '../../draft/draft-edits.ts';

/** How to scan, whichever the scanner. */
export const ScanManner = ScanRequest.pick({ source: true, colour: true, dpi: true, size: true });
export type ScanManner = Readonly<z.infer<typeof ScanManner>>;

/** One scan as it is ordered: the scanner, how, and the rest of which stack. */
export type ScanSettings = Omit<ScanRequest, 'scanId'> & {
  readonly scannerName: string;
  /** Where the rest of a stack goes that stopped; else to the paper at hand. */
  readonly into?: PagePlace;
};

export type ScanProfile = { readonly name: string; readonly manner: ScanManner };
const Profiles = z.array(z.object({ name: z.string().min(1).max(60), manner: ScanManner })).max(30);
const Remembered = ScanManner.extend({ scannerId: z.string() });

/** Archives ask for colour at 200 dpi at least (TT 01/2023, NĐ 30/2020): reading measured best there too. */
export const USUAL: ScanManner = { source: 'flatbed', colour: 'colour', dpi: 200, size: 'a4' };
/** Small print and the QR code of a card need more. */
const CARD_DPI = 300;

/** Profiles that every desk has; their names are texts. */
export const GIVEN_PROFILES = {
  twoSides: { source: 'feeder-duplex', colour: 'colour', dpi: 200, size: 'a4' },
  oneSide: { source: 'feeder', colour: 'colour', dpi: 200, size: 'a4' },
  card: { source: 'flatbed', colour: 'colour', dpi: CARD_DPI, size: 'card' },
} as const satisfies Readonly<Record<string, ScanManner>>;

/** What comes nearest on this scanner: its own where it has it, else the first or the finest that it offers. */
export function fitManner(manner: ScanManner, scanner: Scanner | null): ScanManner {
  if (scanner === null) return manner;
  const { sources, colours, dpi, sizes } = scanner;
  // One side of a stack is nearer to both sides than the glass.
  const feeder = manner.source === 'feeder-duplex' && sources.includes('feeder') ? 'feeder' : undefined;
  return {
    source: sources.includes(manner.source) ? manner.source : (feeder ?? sources[0] ?? manner.source),
    colour: colours.includes(manner.colour) ? manner.colour : (colours[0] ?? manner.colour),
    dpi: dpi.includes(manner.dpi)
      ? manner.dpi
      : ([...dpi].sort((one, other) => one - other).find((each) => each >= manner.dpi) ?? Math.max(...dpi)),
    size: sizes.includes(manner.size) ? manner.size : (sizes[0] ?? manner.size),
  };
}

/** A card is scanned finer, everything else with what is usual; the officer may still choose otherwise. */
export const withSize = (manner: ScanManner, size: ScanManner['size']): ScanManner => ({
  ...manner,
  size,
  dpi: size === 'card' ? CARD_DPI : manner.size === 'card' ? USUAL.dpi : manner.dpi,
});

export const sameManner = (one: ScanManner, other: ScanManner): boolean =>
  one.source === other.source &&
  one.colour === other.colour &&
  one.dpi === other.dpi &&
  one.size === other.size;

const MANNER_KEY = 'desk.scan-settings';
const PROFILES_KEY = 'desk.scan-profiles';

function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Someone else's text under our key: begin with the usual.
    return null;
  }
}

/** Remembered on this desk. */
export function loadManner(): z.infer<typeof Remembered> {
  const parsed = Remembered.safeParse(kept(MANNER_KEY));
  return parsed.success ? parsed.data : { ...USUAL, scannerId: '' };
}
export const saveManner = (manner: z.infer<typeof Remembered>): void =>
  localStorage.setItem(MANNER_KEY, JSON.stringify(manner));

export function loadProfiles(): readonly ScanProfile[] {
  const parsed = Profiles.safeParse(kept(PROFILES_KEY));
  return parsed.success ? parsed.data : [];
}

/** A name that is there already is given its new manner. */
export function keepProfile(profiles: readonly ScanProfile[], added: ScanProfile): readonly ScanProfile[] {
  const changed = [...profiles.filter(({ name }) => name !== added.name), added].slice(-30);
  localStorage.setItem(PROFILES_KEY, JSON.stringify(changed));
  return changed;
}
export function dropProfile(profiles: readonly ScanProfile[], name: string): readonly ScanProfile[] {
  const changed = profiles.filter((each) => each.name !== name);
  localStorage.setItem(PROFILES_KEY, JSON.stringify(changed));
  return changed;
}

import type { Resolutions } from '../offered.ts';

/** What one device can be told, as `scanimage -A` lists it. Devices differ in all of it. */
export type DeviceOptions = {
  readonly sources: readonly string[];
  readonly modes: readonly string[];
  /** Some feeders tell one side from both by an option of its own (Epson's backends). */
  readonly adfModes: readonly string[];
  /** Others by a switch. */
  readonly duplexSwitch: boolean;
  /** null when the device has no such option. */
  readonly resolution: Resolutions;
  /** Largest width and height in millimetres. */
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  /** Sheet feeders that centre the paper ask how large it is (Fujitsu, Canon). */
  readonly asksPageSize: boolean;
};

/** `    --mode Gray|Color [Gray]`, `    -x 0..200mm (in steps of 1) [80]`; options that cannot be set now are left out. */
const OPTION = /^ {4}(--?[a-z-]+)(?:\[=\([^)]*\)\])? (.*) \[([^\]]*)\](?: \[[a-z, -]+\])*\s*$/;
/** `    --duplex[=(yes|no)] [no]` */
const DUPLEX_SWITCH = /^ {4}--duplex\[=\(yes\|no\)\] \[/m;
/** Of use only with the feeder, so it is inactive while the glass is chosen, as it is when options are asked for. */
const FEEDER_ONLY = '--adf-mode';

/** Reads the output of `scanimage -d DEVICE -A`. What it does not know, it leaves alone. */
export function parseDeviceOptions(listing: string): DeviceOptions {
  const values = new Map<string, string>();
  for (const line of listing.split('\n')) {
    const [, name, allowed, current] = OPTION.exec(line) ?? [];
    if (name === undefined || allowed === undefined) continue;
    if (current !== 'inactive' || name === FEEDER_ONLY) values.set(name, allowed);
  }
  const words = (name: string): readonly string[] => values.get(name)?.split('|') ?? [];
  return {
    sources: words('--source'),
    modes: words('--mode'),
    adfModes: words(FEEDER_ONLY),
    duplexSwitch: DUPLEX_SWITCH.test(listing),
    resolution: parseResolution(values.get('--resolution')),
    widthMm: largestMm(values.get('-x')),
    heightMm: largestMm(values.get('-y')),
    asksPageSize: values.has('--page-width') && values.has('--page-height'),
  };
}

function parseResolution(allowed: string | undefined): Resolutions {
  if (allowed === undefined) return null;
  const range = /^([\d.]+)\.\.([\d.]+)dpi/.exec(allowed);
  if (range !== null) return { least: Number(range[1]), most: Number(range[2]) };
  const listed = allowed.split('|').map(Number.parseFloat).filter(Number.isFinite);
  return listed.length > 0 ? listed : null;
}

function largestMm(allowed: string | undefined): number | null {
  const range = /\.\.([\d.]+)mm/.exec(allowed ?? '');
  return range === null ? null : Number(range[1]);
}

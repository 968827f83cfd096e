/** What one device can be told, as `scanimage -A` lists it. Devices differ in all of it. */
export type DeviceOptions = {
  readonly sources: readonly string[];
  readonly modes: readonly string[];
  /** A list of values, or a range, in dpi; null when the device has no such option. */
  readonly resolution: readonly number[] | { readonly least: number; readonly most: number } | null;
  /** Largest width and height in millimetres. */
  readonly widthMm: number | null;
  readonly heightMm: number | null;
};

/** `    --mode Gray|Color [Gray]`, `    -x 0..200mm (in steps of 1) [80]`; options that cannot be set now are left out. */
const OPTION = /^ {4}(--?[a-z-]+)(?:\[=\([^)]*\)\])? (.*) \[([^\]]*)\](?: \[[a-z, -]+\])*\s*$/;

/** Reads the output of `scanimage -d DEVICE -A`. What it does not know, it leaves alone. */
export function parseDeviceOptions(listing: string): DeviceOptions {
  const values = new Map<string, string>();
  for (const line of listing.split('\n')) {
    const [, name, allowed, current] = OPTION.exec(line) ?? [];
    if (name !== undefined && allowed !== undefined && current !== 'inactive') values.set(name, allowed);
  }
  const words = (name: string): readonly string[] => values.get(name)?.split('|') ?? [];
  return {
    sources: words('--source'),
    modes: words('--mode'),
    resolution: parseResolution(values.get('--resolution')),
    widthMm: largestMm(values.get('-x')),
    heightMm: largestMm(values.get('-y')),
  };
}

function parseResolution(allowed: string | undefined): DeviceOptions['resolution'] {
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

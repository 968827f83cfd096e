import type { ScanRequest } from '../../shared/contracts/bridge/scanning.ts';
import type { DeviceOptions } from './device-options.ts';

const FEEDER = /adf|feeder|sheet/i;
const BOTH_SIDES = /duplex|both|back/i;
const GLASS = /flatbed|platen|glass|table|normal/i;
const COLOUR = /colou?r|rgb/i;
const GREY = /gr[ae]y/i;
const A4_MM = { width: 210, height: 297 };

/**
 * The arguments for one scan, in what this device understands: the nearest resolution, its own words for feeder, glass,
 * colour and grey, A4 or as much of it as it has. What it does not offer is not asked for.
 * `scanner-no-feeder` when the feeder is wanted and there is none.
 */
export function scanArguments(
  request: ScanRequest,
  options: DeviceOptions,
): readonly string[] | 'scanner-no-feeder' {
  const source =
    request.source === 'feeder'
      ? (options.sources.find((name) => FEEDER.test(name) && !BOTH_SIDES.test(name)) ??
        options.sources.find((name) => FEEDER.test(name)))
      : options.sources.find((name) => GLASS.test(name));
  if (request.source === 'feeder' && source === undefined) return 'scanner-no-feeder';
  const mode = options.modes.find((name) => (request.colour === 'colour' ? COLOUR : GREY).test(name));
  const resolution = nearestResolution(request.dpi, options.resolution);
  return [
    ...['-d', request.scannerId],
    ...(source === undefined ? [] : ['--source', source]),
    ...(mode === undefined ? [] : ['--mode', mode]),
    ...(resolution === null ? [] : ['--resolution', String(resolution)]),
    ...(options.widthMm === null ? [] : ['-x', String(Math.min(options.widthMm, A4_MM.width))]),
    ...(options.heightMm === null ? [] : ['-y', String(Math.min(options.heightMm, A4_MM.height))]),
  ];
}

/** Of two equally near the finer one: what was not scanned cannot be read. */
export function nearestResolution(wanted: number, offered: DeviceOptions['resolution']): number | null {
  if (offered === null) return null;
  if ('least' in offered) return Math.min(offered.most, Math.max(offered.least, wanted));
  const [nearest] = [...offered].sort(
    (one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || other - one,
  );
  return nearest ?? null;
}

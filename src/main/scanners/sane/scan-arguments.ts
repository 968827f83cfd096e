import { PAPER_MM, type ScanRequest, type ScanSource } from '../../../shared/contracts/bridge/scanning.ts';
import { nearestResolution } from '../offered.ts';
import type { DeviceOptions } from './device-options.ts';

const FEEDER = /adf|feeder|sheet|duplex/i;
const BOTH_SIDES = /duplex|both/i;
/** A feeder that reads backs only is nobody's wish. */
const BACKS_ONLY = /back|rear/i;
const GLASS = /flatbed|platen|glass|table|normal/i;
const COLOUR = /colou?r|rgb/i;
const GREY = /gr[ae]y/i;

/** The device's own words that choose a source; null when it has none like it. */
export function sourceArguments(source: ScanSource, options: DeviceOptions): readonly string[] | null {
  const { sources, adfModes, duplexSwitch } = options;
  const choose = (name: string | undefined): readonly string[] | null =>
    name === undefined ? null : ['--source', name];
  if (source === 'flatbed') {
    const glass = sources.find((name) => GLASS.test(name));
    // a device without a choice has one thing to scan from
    return glass === undefined && sources.length > 0 ? null : (choose(glass) ?? []);
  }
  const feeders = sources.filter((name) => FEEDER.test(name) && !BACKS_ONLY.test(name));
  const oneSide = feeders.find((name) => !BOTH_SIDES.test(name));
  if (source === 'feeder') {
    const simplex = adfModes.find((name) => !BOTH_SIDES.test(name));
    // only `ADF Duplex` there: both sides come in, which loses nothing
    const chosen = choose(oneSide ?? feeders[0]);
    return chosen === null ? null : [...chosen, ...(simplex === undefined ? [] : ['--adf-mode', simplex])];
  }
  const bothSides = feeders.find((name) => BOTH_SIDES.test(name));
  if (bothSides !== undefined) return ['--source', bothSides];
  const chosen = choose(oneSide);
  const duplexMode = adfModes.find((name) => BOTH_SIDES.test(name));
  if (chosen === null) return null;
  if (duplexMode !== undefined) return [...chosen, '--adf-mode', duplexMode];
  return duplexSwitch ? [...chosen, '--duplex=yes'] : null;
}

/**
 * The arguments for one scan, in what this device understands: the nearest resolution, its own words for feeder, both
 * sides, glass, colour and grey, the paper's size or as much of it as it has. What it does not offer is not asked for.
 * `scanner-no-feeder` and `scanner-no-duplex` when that is wanted and not there.
 */
export function scanArguments(
  request: ScanRequest,
  options: DeviceOptions,
): readonly string[] | 'scanner-no-feeder' | 'scanner-no-duplex' {
  // The glass is what an unnamed source is: a device that only has a feeder then feeds one sheet.
  const source = sourceArguments(request.source, options) ?? (request.source === 'flatbed' ? [] : null);
  if (source === null) {
    const anyFeeder = sourceArguments('feeder', options) !== null;
    return request.source === 'feeder-duplex' && anyFeeder ? 'scanner-no-duplex' : 'scanner-no-feeder';
  }
  // What a device does by itself may be black and white, in which seals and pencil are lost: grey is said.
  const mode =
    (request.colour === 'colour' ? options.modes.find((name) => COLOUR.test(name)) : undefined) ??
    options.modes.find((name) => GREY.test(name));
  const resolution = nearestResolution(request.dpi, options.resolution);
  const { width, height } = PAPER_MM[request.size];
  const pageSize = options.asksPageSize && request.source !== 'flatbed';
  return [
    ...['-d', request.scannerId],
    ...source,
    ...(mode === undefined ? [] : ['--mode', mode]),
    ...(resolution === null ? [] : ['--resolution', String(resolution)]),
    ...(pageSize ? ['--page-width', String(width), '--page-height', String(height)] : []),
    ...(options.widthMm === null ? [] : ['-x', String(Math.min(options.widthMm, width))]),
    ...(options.heightMm === null ? [] : ['-y', String(Math.min(options.heightMm, height))]),
  ];
}

import { ScanSource } from '../../../shared/contracts/bridge/scanning.ts';
import { type Abilities, offeredDpi, offeredSizes } from '../offered.ts';
import type { DeviceOptions } from './device-options.ts';
import { sourceArguments } from './scan-arguments.ts';

/** What to offer of a device that names its options. */
export function saneAbilities(options: DeviceOptions): Abilities {
  const sources = ScanSource.options.filter((source) => sourceArguments(source, options) !== null);
  const colours = (['colour', 'grey'] as const).filter((colour) =>
    options.modes.some((mode) => (colour === 'colour' ? /colou?r|rgb/i : /gr[ae]y/i).test(mode)),
  );
  return {
    sources: sources.length > 0 ? sources : ['flatbed'],
    dpi: offeredDpi(options.resolution),
    colours: colours.length > 0 ? colours : ['colour', 'grey'],
    sizes: offeredSizes(options.widthMm, options.heightMm),
  };
}

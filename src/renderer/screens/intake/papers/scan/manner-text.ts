import type { ScanColour, ScanSource } from '../../../../../shared/contracts/bridge/scanning.ts';
import type { Text } from '../../../../text/use-text.ts';
import type { ScanManner } from './scan-settings.ts';

export const sourceName = (t: Text, source: ScanSource): string => t(`scan.sources.${source}`);
export const colourName = (t: Text, colour: ScanColour): string =>
  t(colour === 'grey' ? 'intake.grey' : 'intake.colour');

/** What F7 will do, in a line. */
export const mannerText = (t: Text, { source, size, dpi, colour }: ScanManner): string =>
  [sourceName(t, source), t(`scan.sizes.${size}`), `${dpi} dpi`, colourName(t, colour)].join(' · ');

import { PAPER_MM, type ScanRequest } from '../../../../shared/contracts/bridge/scanning.ts';
import { nearestResolution } from '../../offered.ts';
import { type Capabilities, colourModeOf, inputOf, unitsOf } from './capabilities.ts';

/** What the page store can take in, the best first: a picture as it came; a PDF of pictures where there is nothing else. */
const FORMATS = ['image/jpeg', 'image/png', 'image/tiff', 'application/pdf'];

/**
 * The body of `POST ScanJobs` (Mopria eSCL 2.x, §7), in what this device offers: nearest resolution, paper or as much of it
 * as it has, colour if it can. `scanner-no-feeder`, `scanner-no-duplex` (and `scanner-failed` for a glass that is not there).
 */
export function scanSettings(
  request: Pick<ScanRequest, 'source' | 'colour' | 'dpi' | 'size'>,
  caps: Capabilities,
): { readonly xml: string } | 'scanner-no-feeder' | 'scanner-no-duplex' | 'scanner-failed' {
  const { source } = request;
  const input = inputOf(caps, source);
  if (input === null) {
    if (source === 'flatbed') return 'scanner-failed';
    return source === 'feeder-duplex' && caps.feeder !== null ? 'scanner-no-duplex' : 'scanner-no-feeder';
  }
  const { width, height } = PAPER_MM[request.size];
  const dpi = nearestResolution(request.dpi, input.resolutions) ?? request.dpi;
  // Grey before black and white, in which seals and pencil are lost.
  const mode = colourModeOf(input, request.colour) ?? colourModeOf(input, 'grey') ?? input.colourModes[0];
  const format = FORMATS.find((each) => input.formats.includes(each));
  // Everything below is a number, a word of ours, or a word that is checked here: nothing of the device is echoed as XML.
  const word = (value: string | undefined): string => value?.replaceAll(/[^\w./+-]/g, '') ?? '';
  const lines = [
    `<pwg:Version>${word(caps.version)}</pwg:Version>`,
    '<pwg:ScanRegions><pwg:ScanRegion>',
    '<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>',
    '<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>',
    `<pwg:Width>${Math.min(unitsOf(width), input.maxWidth)}</pwg:Width>`,
    `<pwg:Height>${Math.min(unitsOf(height), input.maxHeight)}</pwg:Height>`,
    '</pwg:ScanRegion></pwg:ScanRegions>',
    `<pwg:InputSource>${source === 'flatbed' ? 'Platen' : 'Feeder'}</pwg:InputSource>`,
    ...(source === 'flatbed' ? [] : [`<scan:Duplex>${source === 'feeder-duplex'}</scan:Duplex>`]),
    ...(mode === undefined ? [] : [`<scan:ColorMode>${word(mode)}</scan:ColorMode>`]),
    ...(format === undefined
      ? []
      : [
          `<pwg:DocumentFormat>${format}</pwg:DocumentFormat>`,
          `<scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>`,
        ]),
    `<scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution>`,
  ];
  return {
    xml: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<scan:ScanSettings xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">',
      ...lines,
      '</scan:ScanSettings>',
    ].join('\n'),
  };
}

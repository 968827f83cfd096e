import type { ScanColour, ScanSource } from '../../../../shared/contracts/bridge/scanning.ts';
import { type Abilities, offeredDpi, offeredSizes, type Resolutions } from '../../offered.ts';
import { child, nodes, number, readXml, text, texts, type XmlNode } from './read-xml.ts';

/** What one source of an eSCL scanner can do. Areas in 1/300 inch, as everything of eSCL. */
export type InputCaps = {
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly colourModes: readonly string[];
  readonly formats: readonly string[];
  readonly resolutions: NonNullable<Resolutions>;
};

export type Capabilities = {
  readonly version: string;
  readonly name: string;
  readonly uuid: string | null;
  readonly platen: InputCaps | null;
  readonly feeder: InputCaps | null;
  readonly feederDuplex: InputCaps | null;
};

const UNITS_PER_INCH = 300;
const MM_PER_INCH = 25.4;
export const unitsOf = (mm: number): number => Math.round((mm / MM_PER_INCH) * UNITS_PER_INCH);
const mmOf = (units: number): number => (units / UNITS_PER_INCH) * MM_PER_INCH;

/**
 * Reads `ScannerCapabilities` (Mopria eSCL 2.x, §5). null: not such a document, or one without anything to scan from.
 */
export function parseCapabilities(xml: string): Capabilities | null {
  const root = readXml(xml, 'ScannerCapabilities');
  if (root === null) return null;
  const adf = child(root, 'Adf');
  const simplex = parseInput(child(adf, 'AdfSimplexInputCaps'));
  // Firmware that says `Duplex` in the options and describes one side only means the same for both.
  const saysDuplex = texts(child(adf, 'AdfOptions'), 'AdfOption').includes('Duplex');
  const duplex = parseInput(child(adf, 'AdfDuplexInputCaps')) ?? (saysDuplex ? simplex : null);
  const platen = parseInput(child(child(root, 'Platen'), 'PlatenInputCaps'));
  if (platen === null && simplex === null && duplex === null) return null;
  return {
    version: text(root, 'Version') ?? '2.0',
    name: (text(root, 'MakeAndModel') ?? 'eSCL').slice(0, 200),
    uuid:
      text(root, 'UUID')
        ?.toLowerCase()
        .replace(/^urn:uuid:/, '') ?? null,
    platen,
    // A feeder that only reads both sides still reads one.
    feeder: simplex ?? duplex,
    feederDuplex: duplex,
  };
}

function parseInput(node: XmlNode | null): InputCaps | null {
  const maxWidth = number(node, 'MaxWidth');
  const maxHeight = number(node, 'MaxHeight');
  const profiles = nodes(child(node, 'SettingProfiles'), 'SettingProfile');
  const resolutions = parseResolutions(profiles);
  if (maxWidth === null || maxHeight === null || resolutions === null) return null;
  const formats = profiles.flatMap((profile) => {
    const listed = child(profile, 'DocumentFormats');
    return [...texts(listed, 'DocumentFormatExt'), ...texts(listed, 'DocumentFormat')];
  });
  const colourModes = profiles.flatMap((profile) => texts(child(profile, 'ColorModes'), 'ColorMode'));
  return { maxWidth, maxHeight, resolutions, colourModes: unique(colourModes), formats: unique(formats) };
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

function parseResolutions(profiles: readonly XmlNode[]): InputCaps['resolutions'] | null {
  const supported = profiles.flatMap((profile) => nodes(profile, 'SupportedResolutions'));
  const discrete = supported
    .flatMap((each) => nodes(child(each, 'DiscreteResolutions'), 'DiscreteResolution'))
    .filter((each) => number(each, 'XResolution') === number(each, 'YResolution'))
    .flatMap((each) => number(each, 'XResolution') ?? [])
    .filter((dpi) => Number.isInteger(dpi) && dpi >= 50 && dpi <= 4800);
  if (discrete.length > 0) return [...new Set(discrete)].sort((one, other) => one - other);
  const range = child(child(supported[0] ?? null, 'ResolutionRange'), 'XResolutionRange');
  const least = number(range, 'Min');
  const most = number(range, 'Max');
  return least === null || most === null || least > most ? null : { least, most };
}

/** The caps of the source that a request names; null when the device has no such source. */
export const inputOf = (caps: Capabilities, source: ScanSource): InputCaps | null =>
  source === 'flatbed' ? caps.platen : source === 'feeder' ? caps.feeder : caps.feederDuplex;

/** eSCL's words for colour and grey, the one that the device has; 16 bits only where there is nothing less. */
const MODES: Readonly<Record<ScanColour, readonly string[]>> = {
  colour: ['RGB24', 'RGB48'],
  grey: ['Grayscale8', 'Grayscale16'],
};
export const colourModeOf = (input: InputCaps, colour: ScanColour): string | null =>
  MODES[colour].find((mode) => input.colourModes.includes(mode)) ?? null;

/** What to offer: where its sources differ, what each of them can. */
export function esclAbilities(caps: Capabilities): Abilities {
  const sources = (['flatbed', 'feeder', 'feeder-duplex'] as const).filter(
    (each) => inputOf(caps, each) !== null,
  );
  const inputs = sources.flatMap((source) => inputOf(caps, source) ?? []);
  const colours = (['colour', 'grey'] as const).filter((colour) =>
    inputs.some((input) => colourModeOf(input, colour) !== null),
  );
  const widest = Math.max(...inputs.map((input) => input.maxWidth));
  const longest = Math.max(...inputs.map((input) => input.maxHeight));
  const dpi = new Set(inputs.flatMap((input) => offeredDpi(input.resolutions)));
  return {
    sources,
    dpi: [...dpi].sort((one, other) => one - other),
    colours: colours.length > 0 ? colours : ['colour', 'grey'],
    sizes: offeredSizes(mmOf(widest), mmOf(longest)),
  };
}

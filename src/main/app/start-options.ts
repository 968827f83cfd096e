/** What the command line may say; Electron's own switches (`--user-data-dir`) are Electron's. */
export type StartOptions = {
  /** Enrol by itself on the first start: a practice desk. */
  readonly enrolAt: string | null;
  readonly enrolCode: string | null;
  readonly practice: boolean;
  /** Read files instead of opening the desk (`npm run read`). */
  readonly read: boolean;
  /** Kept out of sight (journeys, reading). */
  readonly hidden: boolean;
  /** The only engine that reads; null: the quicker one of this PC. */
  readonly readingEngine: 'native-tesseract' | 'tesseract-js' | null;
  /** File that keeps which engine is the quicker one; null: in the profile. */
  readonly engineChoiceFile: string | null;
};

type Switches = {
  readonly hasSwitch: (name: string) => boolean;
  readonly getSwitchValue: (name: string) => string;
};

const ENGINES = new Map([
  ['native', 'native-tesseract'],
  ['wasm', 'tesseract-js'],
] as const);

export function parseStartOptions(switches: Switches): StartOptions {
  const wordOf = (name: string): string | null => switches.getSwitchValue(name) || null;
  const read = switches.hasSwitch('read');
  return {
    enrolAt: wordOf('enrol-at'),
    enrolCode: wordOf('enrol-code'),
    practice: switches.hasSwitch('practice'),
    read,
    hidden: read,
    readingEngine: ENGINES.get(switches.getSwitchValue('reading-engine') as 'native' | 'wasm') ?? null,
    engineChoiceFile: wordOf('engine-choice-file'),
  };
}

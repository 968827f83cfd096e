import type { PageBox, ReadField } from '../../domain/paper/paper.ts';
import type { Contradiction } from '../../domain/reading/contradictions/contradiction.ts';
import type { RecognisedKind } from '../../domain/reading/kinds/recognised-kind.ts';
import type { ReadCode } from '../../domain/reading/read-code.ts';

/** One word as read; box in fractions of the upright page, confidence 0…1. */
export type ReadWord = {
  readonly text: string;
  readonly confidence: number;
  readonly box: PageBox;
  readonly line: number;
  /** What the engine had read, where tone marks were repaired. */
  readonly asRead?: string | undefined;
};

/** What the words come from; `none`: a blank page, nothing was read. */
export const READING_ENGINES = ['tesseract-js', 'native-tesseract', 'text-layer', 'none'] as const;
export type ReadingEngine = (typeof READING_ENGINES)[number];

/** What reading one page gave. `text` has one line per printed line, NFC. */
export type PageReading = {
  readonly sha256: string;
  readonly rotation: number;
  readonly engine: ReadingEngine;
  readonly text: string;
  readonly words: readonly ReadWord[];
  /** QR and barcodes, trusted most. */
  readonly codes: readonly ReadCode[];
  /** The lines of a card's machine-readable zone, as read; null when the page has none. */
  readonly mrz: readonly string[] | null;
  readonly kind: RecognisedKind | null;
  readonly fields: readonly ReadField[];
  readonly contradictions: readonly Contradiction[];
  readonly meanConfidence: number;
  readonly skewDegrees: number;
  readonly blank: boolean;
  readonly seconds: number;
};

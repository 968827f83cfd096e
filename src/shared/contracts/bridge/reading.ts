import type { PageBox, ReadField } from '../../domain/paper/paper.ts';

/** One word as read; box in fractions of the upright page, confidence 0…1. */
export type ReadWord = {
  readonly text: string;
  readonly confidence: number;
  readonly box: PageBox;
  readonly line: number;
};

/** What reading one page gave. `text` has one line per printed line, NFC. */
export type PageReading = {
  readonly sha256: string;
  readonly rotation: number;
  readonly text: string;
  readonly words: readonly ReadWord[];
  readonly fields: readonly ReadField[];
  readonly meanConfidence: number;
  readonly skewDegrees: number;
  readonly blank: boolean;
  readonly seconds: number;
};

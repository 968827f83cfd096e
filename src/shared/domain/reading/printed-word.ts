import type { PageBox } from '../paper/paper.ts';

/** One word as read: box in fractions of the upright page, confidence 0…1, number of its printed line. */
export type PrintedWord = {
  readonly text: string;
  readonly confidence: number;
  readonly box: PageBox;
  readonly line: number;
};

import type { ReadCode } from '../reading/read-code.ts';

/** What a separator sheet's code says [CL-7]. */
export const SEPARATOR_TEXT = 'QMC:TACH';

export const isSeparator = (codes: readonly ReadCode[]): boolean =>
  codes.some((code) => code.text.trim() === SEPARATOR_TEXT);

import { countedLines } from './corpus-lines.ts';
import { countNgrams } from './count-ngrams.ts';
import { encodeModel } from './encode-model.ts';
import { estimateNgrams } from './estimate-ngrams.ts';
import type { CorpusText } from './read-corpus.ts';

/** Rarer words are slips of the typist, names and foreign words: nothing shall be corrected to them. */
const FEWEST_TIMES = 4;

/** The model of the texts, as the file that the desk loads. The same bytes for the same texts in the same order. */
export const makeToneModel = (texts: readonly CorpusText[], fewestTimes: number = FEWEST_TIMES): Uint8Array =>
  encodeModel(estimateNgrams(countNgrams(countedLines(texts), fewestTimes)));

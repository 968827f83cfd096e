import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** What stands in Vietnamese print, besides letters and digits. */
const KNOWN =
  /^[\p{Script=Latin}\d\s.,;:!?()[\]{}<>/\\|@#$%^&*+=_~'"`´“”‘’«»„…·•▪■□☐☑☒✓→←–—−§°ºª©®™×÷±≤≥²³¹½¼¾₫€£¥№-]$/u;
/** Letters with marks that no Vietnamese word has: what TCVN3 and VNI fonts leave when they are read as Unicode. */
const STRANGE_LATIN = /[äåæëïñøöüûîçœßþÿð]/iu;

/** At most this share of the letters may be none of ours. A name of a foreign town is fine, a page of "Céng hoµ" is not. */
const MOST_STRANGE = 0.02;
/** Abbreviations, codes and foreign names are the rest. */
const LEAST_SYLLABLES = 0.6;
/** Fewer words say nothing about a page: what they say is read from the picture. */
const LEAST_WORDS = 5;

/**
 * Whether text from a file can be what the page shows: Vietnamese in Unicode. Texts in old fonts (TCVN3, VNI), fonts
 * without a table of their letters, and other languages are left to OCR, which looks at the picture.
 */
export function isReadableText(words: readonly string[]): boolean {
  let letters = 0;
  let strange = 0;
  for (const letter of words.join('')) {
    letters++;
    const known = KNOWN.test(letter) && !STRANGE_LATIN.test(letter);
    if (!known) strange++;
  }
  if (letters === 0 || strange / letters > MOST_STRANGE) return false;
  const spoken = words
    .map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    .filter((word) => /^\p{L}+$/u.test(word));
  if (spoken.length < LEAST_WORDS) return false;
  return spoken.filter(isVietnameseSyllable).length / spoken.length >= LEAST_SYLLABLES;
}

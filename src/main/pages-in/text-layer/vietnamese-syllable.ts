/** First sounds, main sounds and last sounds of written Vietnamese; tones are taken off before. */
const SYLLABLE = new RegExp(
  '^(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?' +
    '(?:uyê|uyu|uya|uây|uôi|ươi|ươu|iêu|yêu|oai|oay|oao|oeo|uâ|uê|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|ua|ui|ia|iê|iu' +
    '|oa|oă|oe|oi|oo|ôi|ơi|ai|ao|au|ay|âu|ây|eo|êu|[aăâeêioôơuưy])' +
    '(?:ch|ng|nh|[cmnpt])?$',
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Could this be a Vietnamese syllable by its letters? Says nothing about whether the word exists. */
export const isVietnameseSyllable = (word: string): boolean =>
  SYLLABLE.test(word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC'));

const INITIAL = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
/** Rhymes of Vietnamese with their marks of quality, without tone. */
const RHYMES =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|' +
  'i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|' +
  'ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|u|ua|uac|uan|uach|uang|uanh|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uơ|uôc|uôi|uôm|uôn|uông|uôt|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|' +
  'ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêng|yêt|yêu|uai|uao|uau|uay|ue|uen|ueo|uet|ung|an|ăk|ăm|ê';
const SYLLABLE = new RegExp(`^${INITIAL}(?:${RHYMES})$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Rhymes that end in a stop bear only the acute and the dot below: "bật", never "bât". */
const STOPPED = /(?:c|ch|p|t)$/;

/**
 * Could this be a Vietnamese syllable as it is spelt? What is none (`Nguyen`, `HŎA`, `Vlệt`) was read wrong, or is
 * foreign; an officer looks at it either way.
 */
export function isSyllable(word: string): boolean {
  const apart = word.normalize('NFD').toLowerCase();
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = apart.replace(TONES, '').normalize('NFC');
  if (!SYLLABLE.test(plain)) return false;
  return !STOPPED.test(plain) || tones[0] === '\u0301' || tones[0] === '\u0323';
}

/** Share of the words with letters that are syllables; 1 for a text without letters. */
export function syllableShare(text: string): number {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 1);
  return words.length === 0 ? 1 : words.filter(isSyllable).length / words.length;
}

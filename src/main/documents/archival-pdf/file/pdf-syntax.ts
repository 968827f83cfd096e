/** Text as a PDF string: UTF-16BE with its mark, in hexadecimal digits, so that nothing needs escaping. */
export const pdfText = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`;

/** At most three decimals (a 700th of a millimetre in points), no exponent, no negative zero. */
export const pdfNumber = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return String(rounded === 0 ? 0 : rounded);
};

export const pdfReference = (object: number): string => `${object} 0 R`;

/** `D:20261122091500+07'00'`: Hà Nội's time, in which every paper of the desk is dated. */
export const pdfDate = (moment: Date): string => `(D:${hanoiClock(moment).replace(/[-:T]/g, '')}+07'00')`;

/** The same moment as XMP writes it; PDF/A wants both to agree. */
export const xmpDate = (moment: Date): string => `${hanoiClock(moment)}+07:00`;

const HANOI_AHEAD_MS = 7 * 60 * 60 * 1000;

const hanoiClock = (moment: Date): string =>
  new Date(moment.getTime() + HANOI_AHEAD_MS).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);

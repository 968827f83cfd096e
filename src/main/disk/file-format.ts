/** First bytes of a file of ours: its kind and the number of its format, `QMCVAL01`. */
export const magicOf = (kind: string, format: number): Buffer =>
  Buffer.from(kind + String(format).padStart(2, '0'), 'latin1');

/** Do these first bytes name this kind of file in a later format: did a newer program write it? */
export function isLaterFormat(magic: Buffer, kind: string, format: number): boolean {
  const text = magic.toString('latin1');
  const digits = text.slice(kind.length);
  return text.startsWith(kind) && /^\d\d$/.test(digits) && Number(digits) > format;
}

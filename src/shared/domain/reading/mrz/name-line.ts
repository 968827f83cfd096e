const LETTER_FOR: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};

/**
 * Third line: surname, `<<`, given names parted by `<`. Everything after the next `<<` is filler, whatever the engine
 * has made of it.
 */
export function nameLine(asRead: string): string {
  // OCR-B's I has serifs: the engine sees a 1 and an I in it.
  const letters = asRead
    .replace(/1I|I1/g, 'I')
    .replace(/[012568]/g, (digit) => LETTER_FOR[digit] ?? digit)
    .replace(/[\d?]/g, '');
  const [surname = '', ...others] = letters.split('<<');
  const given = others.map((part) => part.replace(/^<+|<+$/g, '')).find((part) => part !== '');
  return given === undefined ? surname.replace(/<+$/, '') : `${surname}<<${given}`;
}

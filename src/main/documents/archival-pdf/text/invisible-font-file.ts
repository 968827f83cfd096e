/** The font file counts in thousandths of an em like PDF's own width tables, so that both say the same. */
const UNITS_PER_EM = 1000;

/** Of Tinos, whose widths the letters have, in thousandths of an em. */
export const ASCENT = 891;
export const DESCENT = -216;

const HEAD_BYTES = 54;
const ADJUSTMENT_AT = 8;

/**
 * A TrueType font whose letters have widths but no shapes: the words are never painted, they are there to be searched,
 * selected and copied. A kilobyte instead of the 20 that drawn letters take.
 * @param widths in thousandths of an em, by glyph number; glyph 0 stands for nothing
 */
export function invisibleFontFile(widths: readonly number[]): Buffer {
  const tables: readonly (readonly [string, Buffer])[] = [
    // Every glyph is empty; readers skip a table of no length and then miss it.
    ['glyf', Buffer.alloc(4)],
    ['head', headTable(Math.max(...widths))],
    ['hhea', hheaTable(widths)],
    ['hmtx', shorts(widths.flatMap((width) => [width, 0]))],
    ['loca', Buffer.alloc((widths.length + 1) * 2)],
    ['maxp', maxpTable(widths.length)],
  ];
  const directory = Buffer.alloc(12 + tables.length * 16);
  const widestPower = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(widestPower * 16, 6);
  directory.writeUInt16BE(Math.log2(widestPower), 8);
  directory.writeUInt16BE((tables.length - widestPower) * 16, 10);

  let at = directory.length;
  let headAt = 0;
  for (const [index, [name, table]] of tables.entries()) {
    const entry = 12 + index * 16;
    if (name === 'head') headAt = at;
    directory.write(name, entry, 'latin1');
    directory.writeUInt32BE(checksum(table), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    at += padded(table).length;
  }
  const file = Buffer.concat([directory, ...tables.map(([, table]) => padded(table))]);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + ADJUSTMENT_AT);
  return file;
}

const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);

function checksum(table: Buffer): number {
  const whole = padded(table);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function shorts(values: readonly number[]): Buffer {
  const table = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) table.writeInt16BE(value, index * 2);
  return table;
}

function headTable(widest: number): Buffer {
  const table = Buffer.alloc(HEAD_BYTES);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt32BE(0x00010000, 4);
  table.writeUInt32BE(0x5f0f3cf5, 12); // the magic number of the format
  table.writeUInt16BE(UNITS_PER_EM, 18);
  table.writeInt16BE(DESCENT, 38);
  table.writeInt16BE(widest, 40);
  table.writeInt16BE(ASCENT, 42);
  table.writeUInt16BE(8, 46); // smallest size that can be read, in pixels
  table.writeInt16BE(2, 48);
  return table;
}

function hheaTable(widths: readonly number[]): Buffer {
  const table = Buffer.alloc(36);
  table.writeUInt32BE(0x00010000, 0);
  table.writeInt16BE(ASCENT, 4);
  table.writeInt16BE(DESCENT, 6);
  table.writeUInt16BE(Math.max(...widths), 10);
  table.writeInt16BE(1, 18); // an upright caret
  table.writeUInt16BE(widths.length, 34);
  return table;
}

function maxpTable(glyphs: number): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt16BE(glyphs, 4);
  table.writeUInt16BE(2, 14); // zones: with the twilight zone, as is usual
  return table;
}

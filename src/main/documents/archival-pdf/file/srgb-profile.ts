/**
 * The sRGB colour space as an ICC profile of version 2, which every part of PDF/A accepts: IEC 61966-2-1 primaries
 * adapted to D50 (as in ICC's own sRGB profiles) and its curve in 256 steps.
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', Buffer.from('text\0\0\0\0No copyright\0', 'latin1')],
    ['wtpt', xyzTag(0.9642, 1, 0.8249)],
    ['rXYZ', xyzTag(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyzTag(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyzTag(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let at = HEADER_BYTES + table.length;
  for (const [index, [name, body]] of tags.entries()) {
    if (!places.has(body)) {
      places.set(body, at);
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      bodies.push(padded);
      at += padded.length;
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(places.get(body) ?? 0, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
  }
  return Buffer.concat([header(at), table, ...bodies]);
}

const HEADER_BYTES = 128;

function header(length: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x02100000, 8); // version 2.1
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  bytes.writeUInt16BE(1998, 24); // when sRGB was agreed on; a profile must have a date
  bytes.writeUInt16BE(2, 26);
  bytes.writeUInt16BE(9, 28);
  bytes.write('acsp', 36, 'latin1');
  fixed(0.9642, bytes, 68); // D50
  fixed(1, bytes, 72);
  fixed(0.8249, bytes, 76);
  return bytes;
}

/** ICC's s15Fixed16Number. */
const fixed = (value: number, into: Buffer, at: number): number =>
  into.writeInt32BE(Math.round(value * 65536), at);

function xyzTag(x: number, y: number, z: number): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0, 'latin1');
  fixed(x, tag, 8);
  fixed(y, tag, 12);
  fixed(z, tag, 16);
  return tag;
}

function curveTag(): Buffer {
  const steps = 256;
  const tag = Buffer.alloc(12 + steps * 2);
  tag.write('curv', 0, 'latin1');
  tag.writeUInt32BE(steps, 8);
  for (let step = 0; step < steps; step++) {
    const value = step / (steps - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    tag.writeUInt16BE(Math.round(linear * 65535), 12 + step * 2);
  }
  return tag;
}

/** textDescriptionType with its empty Unicode and Macintosh parts. */
function descriptionTag(text: string): Buffer {
  const tag = Buffer.alloc(12 + text.length + 1 + 8 + 3 + 67);
  tag.write('desc', 0, 'latin1');
  tag.writeUInt32BE(text.length + 1, 8);
  tag.write(text, 12, 'latin1');
  return tag;
}

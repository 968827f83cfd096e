/** Numbers 0…1, the same for the same seed. */
type Random = () => number;

/** A whole number from 0 to `below` - 1. */
export const pick = (random: Random, below: number): number => Math.floor(random() * below);

/** Headers decide what a decoder believes: half of the damage is done there. */
const HEAD_BYTES = 600;

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const place = (bytes: Buffer, random: Random): number =>
  random() < 0.5 ? pick(random, Math.min(HEAD_BYTES, bytes.length)) : pick(random, bytes.length);

function flipBits(bytes: Buffer, random: Random): Buffer {
  const flips = 2 ** pick(random, 10);
  for (let n = 0; n < flips; n++) {
    const at = place(bytes, random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(random, 8));
  }
  return bytes;
}

function setBytes(bytes: Buffer, random: Random): Buffer {
  const values = [0x00, 0xff, 0x7f, 0x80, 0x01];
  for (let n = 0; n <= pick(random, 6); n++) {
    const at = place(bytes, random);
    bytes.fill(
      values[pick(random, values.length)] ?? 0,
      at,
      Math.min(bytes.length, at + 1 + pick(random, 8)),
    );
  }
  return bytes;
}

const cutOff = (bytes: Buffer, random: Random): Buffer => bytes.subarray(0, pick(random, bytes.length));

function dropPart(bytes: Buffer, random: Random): Buffer {
  const from = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + pick(random, 4000))]);
}

function repeatPart(bytes: Buffer, random: Random): Buffer {
  const from = place(bytes, random);
  const part = bytes.subarray(from, from + 1 + pick(random, 4000));
  const times = 1 + pick(random, 40);
  const again = Array.from({ length: times }, () => part);
  return Buffer.concat([bytes.subarray(0, from), ...again, bytes.subarray(from)]);
}

function splice(bytes: Buffer, random: Random, other: Buffer): Buffer {
  const from = place(other, random);
  other.copy(bytes, place(bytes, random), from, from + 1 + pick(random, 20_000));
  return bytes;
}

/** PDFs say lengths and places in digits. */
function changeNumbers(bytes: Buffer, random: Random): Buffer {
  for (let n = 0; n < 30; n++) {
    const at = pick(random, bytes.length);
    for (let digit = at; digit < Math.min(at + 400, bytes.length); digit++) {
      const value = bytes[digit] ?? 0;
      if (value < 0x30 || value > 0x39) continue;
      bytes[digit] = 0x30 + pick(random, 10);
      break;
    }
  }
  return bytes;
}

const MUTATIONS: readonly Mutation[] = [
  flipBits,
  flipBits,
  setBytes,
  setBytes,
  cutOff,
  dropPart,
  repeatPart,
  splice,
  changeNumbers,
];

/** A damaged copy of `seed`: one to three kinds of damage, decided by `random` alone. @param other lends parts */
export function mutate(seed: Buffer, other: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(seed);
  for (let n = 0; n <= pick(random, 3); n++) {
    if (bytes.length < 2) return bytes;
    const mutation = MUTATIONS[pick(random, MUTATIONS.length)] ?? flipBits;
    bytes = Buffer.from(mutation(bytes, random, other));
  }
  return bytes;
}

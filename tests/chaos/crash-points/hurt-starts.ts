import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COPY_DAMAGES } from '../corrupt/copy-damages.ts';
import type { Phase } from './phased-work.ts';

const SEGMENT_HEADER_BYTES = 16;
/** Length and checksum in front of each record, and what stands in front of the first. */
const FRAME_BYTES = 8;
const CLAIMED_BYTES = 900;
const ARRIVED_BYTES = 300;

/** End of the last record, going from frame to frame; behind it lies reserved room or nothing. */
function endOfRecords(bytes: Buffer, from: number): number {
  let at = from;
  while (at + FRAME_BYTES <= bytes.length && bytes.readUInt32BE(at) > 0)
    at += FRAME_BYTES + bytes.readUInt32BE(at);
  return at;
}

/** A record of which only the first third reached the disk, as a power cut within a write leaves it. */
async function tearTail(folder: string): Promise<void> {
  const [last] = (await readdir(folder))
    .filter((name) => name.endsWith('.seg'))
    .toSorted()
    .reverse();
  if (last === undefined) throw new Error(`${folder} has no segment`);
  const bytes = await readFile(join(folder, last));
  const end = endOfRecords(bytes, SEGMENT_HEADER_BYTES);
  const record = Buffer.alloc(FRAME_BYTES + ARRIVED_BYTES, 0x5a);
  record.writeUInt32BE(CLAIMED_BYTES, 0);
  await writeFile(join(folder, last), Buffer.concat([bytes.subarray(0, end), record]));
}

/** What lies in the profile of a desk that was off, and is mended while it starts. */
export const HURT_STARTS: Readonly<Partial<Record<Phase, (profile: string) => Promise<void>>>> = {
  'start-torn': async (profile) => {
    for (const log of ['journal', 'city-log']) await tearTail(join(profile, 'desk', log));
  },
  'start-copy-gone': COPY_DAMAGES['copy-deleted'],
};

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../support/files-below.ts';
import { COPY_DAMAGES } from '../corrupt/copy-damages.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
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

/** The window's copy tells another last event than the journal, as after a journal that was put back and went on. */
async function branchOff(branch: ChaosBranch): Promise<void> {
  const desk = await branch.open();
  await desk.page.getByText('Ai đang ngồi ở quầy?').waitFor();
  await desk.orGone(
    desk.page.evaluate(
      (hash) =>
        new Promise<void>((settle, refuse) => {
          const opening = indexedDB.open('desk');
          opening.onerror = () => refuse(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const change = database.transaction(['events', 'marks'], 'readwrite', { durability: 'strict' });
            change.objectStore('events').openCursor(null, 'prev').onsuccess = ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
              const { seq } = cursor.value as { readonly seq: number };
              cursor.update({ ...cursor.value, hash });
              change.objectStore('marks').put({ name: 'head', value: { seq, hash } });
            };
            change.onerror = () => refuse(change.error);
            change.oncomplete = () => {
              database.close();
              settle();
            };
          };
        }),
      'f'.repeat(64),
    ),
  );
  await desk.close();
}

/** A page is gone from this PC that lies on the second disk; there, the journal is damaged in the middle. */
async function hurtBothDisks({ profile, root }: ChaosBranch): Promise<void> {
  const disk = join(root, 'second-disk');
  const files = filesBelow(disk);
  const page = files.find((name) => /(?:^|\/)pages\/[\da-f]{2}\/[\da-f]{64}$/.test(name));
  const segment = files.find((name) => /(?:^|\/)journal\/[^/]+\.seg$/.test(name));
  if (page === undefined || segment === undefined) throw new Error('the second disk has no copy');
  await rm(join(profile, 'desk', page.slice(page.indexOf('pages/'))), { force: true });
  const path = join(disk, segment);
  const bytes = await readFile(path);
  const end = endOfRecords(bytes, SEGMENT_HEADER_BYTES);
  // A cut within an earlier mending may have left a segment that is begun and empty: damage enough.
  if (end === SEGMENT_HEADER_BYTES) return;
  const at = SEGMENT_HEADER_BYTES + Math.floor((end - SEGMENT_HEADER_BYTES) / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
  await writeFile(path, bytes);
}

type HurtStart = {
  readonly hurt: (branch: ChaosBranch) => Promise<void>;
  /** The desk's work is done when the copy on the second disk is level again. */
  readonly untilLevel?: true;
};

/** What lies in the profile of a desk that was off, and is mended while it starts. */
export const HURT_STARTS: Readonly<Partial<Record<Phase, HurtStart>>> = {
  'start-torn': {
    hurt: async ({ profile }) => {
      for (const log of ['journal', 'city-log']) await tearTail(join(profile, 'desk', log));
    },
  },
  'start-copy-gone': { hurt: ({ profile }) => COPY_DAMAGES['copy-deleted'](profile) },
  'start-branched': { hurt: branchOff },
  'start-disk-hurt': { hurt: hurtBothDisks, untilLevel: true },
};

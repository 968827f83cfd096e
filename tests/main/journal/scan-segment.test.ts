import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanSegment } from '../../../src/main/journal/scan-segment.ts';
import { sealRecord } from '../../../src/main/journal/sealed-record.ts';
import { SEGMENT_HEADER_BYTES, segmentHeader } from '../../../src/main/journal/segment-file.ts';
import { filled, freshFolder, KEY } from './journal-fixture.ts';

/** A segment with three records, and where each ends. */
async function segment() {
  const dir = freshFolder();
  await filled(dir, 2);
  const bytes = readFileSync(join(dir, '00000001.seg'));
  const scan = scanSegment(bytes, KEY, 'journal', 1);
  return { bytes, ends: scan.records.map(({ offset, length }) => offset + length) };
}

describe('scan of a segment', () => {
  it('[JR-13] cut at every length: torn within a record, clean between two, nothing whole is lost', async () => {
    const { bytes, ends } = await segment();
    for (let length = SEGMENT_HEADER_BYTES; length < bytes.length; length += 1) {
      const scan = scanSegment(bytes.subarray(0, length), KEY, 'journal', 1);
      const whole = ends.filter((end) => end <= length);
      const offset = whole.at(-1) ?? SEGMENT_HEADER_BYTES;
      // The first bytes of a length are zeros: nothing has been written that could be told from reserved room.
      const kind = bytes.subarray(offset, length).every((byte) => byte === 0) ? 'clean' : 'torn';
      expect(scan.end, `cut at ${length}`).toMatchObject({ kind, ...(kind === 'torn' ? { offset } : {}) });
      expect(scan.records).toHaveLength(whole.length);
    }
  });

  it('[JR-13] in reserved room, whatever sectors of the last record are missing: torn', () => {
    // The record ends `over` bytes behind the start of a sector.
    for (const over of [1, 2, 7, 8, 15, 16, 17, 100, 511, 512]) {
      const first = sealRecord(KEY, { stream: 'journal', segment: 1, index: 0 }, randomBytes(430 + over));
      const last = sealRecord(KEY, { stream: 'journal', segment: 1, index: 1 }, randomBytes(1500));
      const whole = Buffer.concat([segmentHeader(1), first, last, Buffer.alloc(5000)]);
      const start = SEGMENT_HEADER_BYTES + first.length;
      const end = start + last.length;
      expect(scanSegment(whole, KEY, 'journal', 1)).toMatchObject({ end: { kind: 'clean', offset: end } });
      for (let sector = Math.ceil(start / 512) * 512; sector < end; sector += 512) {
        for (const until of [Math.min(sector + 512, end), end]) {
          const scan = scanSegment(Buffer.from(whole).fill(0, sector, until), KEY, 'journal', 1);
          expect(scan.end, `${over}: zeros from ${sector} to ${until}`).toEqual({
            kind: 'torn',
            offset: start,
          });
          expect(scan.records).toHaveLength(1);
        }
      }
    }
  });

  it('[JR-14] every bit of every byte flipped: damaged, never torn, and only the record hit is lost', async () => {
    const { bytes: written, ends } = await segment();
    // As while the desk runs: with reserved room behind the last record; every other byte also without.
    for (let at = 0; at < written.length; at += 1) {
      const bytes = at % 2 === 0 ? Buffer.concat([written, Buffer.alloc(3000)]) : written;
      for (let bit = 0; bit < 8; bit += at < 64 || at % 16 === 0 ? 1 : 8) {
        const hurt = Buffer.from(bytes);
        hurt.writeUInt8(hurt.readUInt8(at) ^ (1 << bit), at);
        const scan = scanSegment(hurt, KEY, 'journal', 1);
        expect(scan.end.kind, `byte ${at} bit ${bit}`).toBe('damaged');
        const before = at < SEGMENT_HEADER_BYTES ? 0 : ends.filter((end) => end <= at).length;
        const lost = at < SEGMENT_HEADER_BYTES ? 0 : 1;
        expect(scan.records.length, `byte ${at} bit ${bit}`).toBe(before);
        expect(scan.salvaged.length, `byte ${at} bit ${bit}`).toBe(ends.length - before - lost);
      }
    }
  });
});

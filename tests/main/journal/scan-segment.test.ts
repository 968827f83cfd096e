import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanSegment } from '../../../src/main/journal/scan-segment.ts';
import { SEGMENT_HEADER_BYTES } from '../../../src/main/journal/segment-file.ts';
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
      expect(scan.end, `cut at ${length}`).toEqual({ kind: offset === length ? 'clean' : 'torn', offset });
      expect(scan.records).toHaveLength(whole.length);
    }
  });

  it('[JR-14] every bit of every byte flipped: damaged, never torn, and only the record hit is lost', async () => {
    const { bytes, ends } = await segment();
    for (let at = 0; at < bytes.length; at += 1) {
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

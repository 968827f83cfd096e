import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../src/main/window-copy/crc32c.ts';
import { endOfRecords } from '../../../src/main/window-copy/end-of-records.ts';
import { writeRecordLog } from '../../support/write-record-log.ts';

const records = fc.array(fc.uint8Array({ minLength: 0, maxLength: 90_000 }), { minLength: 1, maxLength: 6 });
/** Ends of the records in the log that is written of them. */
const endsOf = (all: readonly Uint8Array[]): readonly number[] =>
  all.map((_, at) => writeRecordLog(all.slice(0, at + 1)).length);

describe('the end of a LevelDB log', () => {
  it('sums are CRC-32C (RFC 3720 B.4)', () => {
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
    expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
  });

  it('a whole log ends at its end', () => {
    fc.assert(
      fc.property(records, (all) => {
        const log = writeRecordLog(all);
        expect(endOfRecords(log)).toBe(log.length);
      }),
    );
    expect(endOfRecords(Buffer.alloc(0))).toBe(0);
  });

  it('[WC-1] torn anywhere, and whatever zeros stand behind it, it ends behind the last whole record', () => {
    fc.assert(
      fc.property(records, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9000), (all, share, zeros) => {
        const whole = writeRecordLog(all);
        const cut = Math.floor(share * whole.length);
        const torn = Buffer.concat([whole.subarray(0, cut), Buffer.alloc(zeros)]);
        const last = endsOf(all).findLast((end) => end <= cut) ?? 0;
        const end = endOfRecords(torn);
        // Zeros may be the very bytes that were cut off.
        const next = endsOf(all).find((each) => each > cut) ?? whole.length;
        expect([last, ...(torn.subarray(0, next).equals(whole.subarray(0, next)) ? [next] : [])]).toContain(
          end,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('what was written behind a torn end by a program that did not look goes with it', () => {
    const before = writeRecordLog([Buffer.alloc(500, 1)]);
    const behind = writeRecordLog([Buffer.alloc(500, 1), Buffer.alloc(93), Buffer.alloc(60_000, 2)]);
    const holed = Buffer.concat([before, Buffer.alloc(100), behind.subarray(before.length + 100)]);
    expect(endOfRecords(holed)).toBe(before.length);
  });

  it('[WC-2] where whole records follow the damage nothing is taken away', () => {
    const log = writeRecordLog([Buffer.alloc(32_768 - 7, 1), Buffer.alloc(10, 2), Buffer.alloc(10, 3)]);
    const hurt = Buffer.from(log);
    hurt[200] = 9;
    expect(endOfRecords(hurt)).toBe(hurt.length);
  });
});

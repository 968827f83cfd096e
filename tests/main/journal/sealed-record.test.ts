import { describe, expect, it } from 'vitest';
import { frameAt, openSealed, sealRecord } from '../../../src/main/journal/sealed-record.ts';
import { KEY } from './journal-fixture.ts';

const HERE = { stream: 'city-log', segment: 3, index: 7 } as const;

describe('sealed record', () => {
  it('[JR-15] opens where it was written and nowhere else, and with no other key', () => {
    const payload = Buffer.from('Đã tiếp nhận');
    const record = sealRecord(KEY, HERE, payload);
    const frame = frameAt(record, 0);
    if (frame.kind !== 'whole') throw new Error('not whole');
    expect(openSealed(KEY, HERE, frame.sealed)).toEqual(payload);
    for (const elsewhere of [{ stream: 'journal' }, { segment: 4 }, { index: 6 }, { index: 8 }]) {
      expect(openSealed(KEY, { ...HERE, ...elsewhere }, frame.sealed), JSON.stringify(elsewhere)).toBeNull();
    }
    expect(openSealed(Buffer.alloc(32, 8), HERE, frame.sealed)).toBeNull();
    expect(openSealed(KEY, HERE, frame.sealed.subarray(0, 20))).toBeNull();
  });

  it('[JR-12] two records of the same content do not look alike', () => {
    const payload = Buffer.from('Đã tiếp nhận');
    expect(sealRecord(KEY, HERE, payload).equals(sealRecord(KEY, HERE, payload))).toBe(false);
  });
});

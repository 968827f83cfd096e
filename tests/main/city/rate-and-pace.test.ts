import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchBytes, chunkBytes, pagesAtOnce } from '../../../src/main/city/pace.ts';
import { createRate } from '../../../src/main/city/rate.ts';

describe('pieces as long as the line carries in a few seconds', () => {
  it('[LC-50] a piece is 16 KiB to 4 MiB and, all that are under way together, at most about 5 s of the line', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (rate) => {
        const piece = chunkBytes(rate);
        expect(piece).toBeGreaterThanOrEqual(16 * 1024);
        expect(piece).toBeLessThanOrEqual(4 * 1024 * 1024);
        expect([1, 2, 4]).toContain(pagesAtOnce(rate));
        if (piece > 16 * 1024) expect((piece * pagesAtOnce(rate)) / rate).toBeLessThanOrEqual(5.01);
        expect(batchBytes(rate)).toBeGreaterThanOrEqual(16 * 1024);
      }),
    );
  });

  it('[LC-50] 128 kbit/s: one page at a time, pieces of 80 KB', () => {
    expect(pagesAtOnce(16_000)).toBe(1);
    expect(chunkBytes(16_000)).toBe(80_000);
    expect(chunkBytes(null)).toBe(64 * 1024);
  });
});

describe('the measured rate', () => {
  it('[LC-24] several at once are measured as the one line that they share, and waiting does not count', () => {
    let nowMs = 0;
    const rate = createRate(() => nowMs);
    const first = rate.begin();
    const second = rate.begin();
    nowMs = 1000;
    first.end(50_000);
    nowMs = 2000;
    second.end(150_000);
    expect(rate.bytesPerSecond()).toBeGreaterThan(50_000);
    expect(rate.bytesPerSecond()).toBeLessThanOrEqual(150_000);
    const before = rate.bytesPerSecond();
    nowMs = 3_600_000;
    const third = rate.begin();
    nowMs += 1000;
    third.end(before ?? 0);
    expect(rate.bytesPerSecond()).toBeCloseTo(before ?? 0, 0);
  });

  it('[LC-24] a batch of facts is only a hint: the first page tells better; small messages tell nothing', () => {
    let nowMs = 0;
    const rate = createRate(() => nowMs);
    rate.hint(500, 100);
    expect(rate.bytesPerSecond()).toBeNull();
    rate.hint(10_000, 1000);
    expect(rate.bytesPerSecond()).toBe(10_000);
    const page = rate.begin();
    nowMs = 1000;
    page.end(80_000);
    rate.hint(10_000, 1000);
    expect(rate.bytesPerSecond()).toBe(80_000);
  });
});

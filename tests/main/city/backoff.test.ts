import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../src/main/city/backoff.ts';
import { faultOfStatus, parseRetryAfter } from '../../../src/main/city/find-fault.ts';
import { faulty } from '../../../src/main/city/line-fault.ts';

const dead = faulty('city-unreachable', 'ECONNREFUSED').fault;
const failing = faulty('city-failing', 'http-500', { status: 500 }).fault;

describe('pauses between tries', () => {
  it('[LC-40] a dead line is tried again within 2.5 s, a failing city within 30 s, and never at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, x) => {
          expect(pauseAfter(dead, n, () => x)).toBeLessThanOrEqual(2500);
          expect(pauseAfter(failing, n, () => x)).toBeLessThanOrEqual(30_000);
          expect(pauseAfter(dead, n, () => x)).toBeGreaterThanOrEqual(180);
        },
      ),
    );
  });

  it('[LC-41] grows with failures, differs between desks, and Retry-After is the least', () => {
    expect(pauseAfter(failing, 5, () => 0.5)).toBeGreaterThan(pauseAfter(failing, 1, () => 0.5));
    expect(pauseAfter(failing, 9, () => 0)).not.toBe(pauseAfter(failing, 9, () => 0.9));
    const busy = faulty('city-failing', 'http-503', { status: 503, retryAfterMs: 120_000 }).fault;
    expect(pauseAfter(busy, 1, () => 0)).toBe(120_000);
    const forever = faulty('city-failing', 'http-503', { status: 503, retryAfterMs: 1e12 }).fault;
    expect(pauseAfter(forever, 1, () => 0)).toBe(600_000);
  });

  it('[LC-42] Retry-After is read as seconds and as a date; nonsense is no wish', () => {
    const saidAt = (value: string) =>
      parseRetryAfter({ 'retry-after': value, date: 'Sat, 21 Nov 2026 00:00:00 GMT' });
    expect(saidAt('120')).toBe(120_000);
    expect(saidAt('Sat, 21 Nov 2026 00:01:00 GMT')).toBe(60_000);
    expect(saidAt('Fri, 20 Nov 2026 00:00:00 GMT')).toBe(0);
    expect(saidAt('soon')).toBeNull();
    expect(parseRetryAfter({ 'retry-after': 'Sat, 21 Nov 2026 00:01:00 GMT' })).toBeNull();
    expect(parseRetryAfter({})).toBeNull();
  });

  it('[LC-43] statuses: errors are the city’s, redirects and proxies are not the city, a code is the city’s no', () => {
    expect(faultOfStatus(502, null, {}).kind).toBe('city-failing');
    expect(faultOfStatus(429, 'bad-request', { 'retry-after': '1' })).toMatchObject({
      kind: 'city-failing',
      retryAfterMs: 1000,
    });
    for (const status of [301, 302, 307, 511])
      expect(faultOfStatus(status, null, {}).kind).toBe('captive-portal');
    for (const status of [403, 404]) expect(faultOfStatus(status, null, {}).kind).toBe('not-the-city');
    expect(faultOfStatus(407, null, {}).kind).toBe('proxy-login');
    expect(faultOfStatus(403, 'desk-withdrawn', {}).kind).toBe('refused');
  });
});

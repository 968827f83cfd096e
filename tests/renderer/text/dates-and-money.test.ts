import { describe, expect, it } from 'vitest';
import {
  dayText,
  momentText,
  moneyText,
  shortMomentText,
  sizeText,
  stopwatchText,
  timeText,
} from '../../../src/renderer/text/dates-and-money.ts';

describe('dates and money as people write them', () => {
  it('shows days of Hà Nội, also when UTC is still at yesterday', () => {
    expect(dayText('2026-11-21')).toBe('21/11/2026');
    expect(dayText('2026-11-20T18:30:00.000Z')).toBe('21/11/2026');
    expect(timeText('2026-11-20T18:05:00.000Z')).toBe('01:05');
    expect(momentText('2026-11-21T03:42:00.000Z')).toBe('10:42 21/11/2026');
  });

  it('leaves out the day when it is today', () => {
    const now = new Date('2026-11-21T04:00:00.000Z');
    expect(shortMomentText('2026-11-21T02:12:00.000Z', now)).toBe('09:12');
    expect(shortMomentText('2026-11-20T02:12:00.000Z', now)).toBe('09:12 20/11/2026');
  });

  it('gives back what is no date', () => {
    expect(dayText('sometime')).toBe('sometime');
    expect(momentText('')).toBe('');
  });

  it('writes amounts with dots and a đ that does not break off', () => {
    expect(moneyText(30_000)).toBe('30.000\u00a0đ');
    expect(moneyText(0)).toBe('0\u00a0đ');
    expect(moneyText(1_234_567)).toBe('1.234.567\u00a0đ');
  });

  it('counts minutes and seconds, sizes with a comma', () => {
    expect(stopwatchText(252)).toBe('04:12');
    expect(stopwatchText(-3)).toBe('00:00');
    expect(sizeText(1_400_000)).toBe('1,4 MB');
    expect(sizeText(950)).toBe('950 B');
    expect(sizeText(14_900_000_000)).toBe('15 GB');
  });
});

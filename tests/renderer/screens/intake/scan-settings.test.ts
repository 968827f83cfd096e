import { describe, expect, it } from 'vitest';
import {
  fitManner,
  GIVEN_PROFILES,
  USUAL,
  withSize,
} from '../../../../src/renderer/screens/intake/papers/scan/scan-settings.ts';
import type { Scanner } from '../../../../src/shared/contracts/bridge/scanning.ts';

const scanner: Scanner = {
  scannerId: 'sane|x',
  name: 'x',
  kind: 'sane',
  line: null,
  sources: ['flatbed', 'feeder', 'feeder-duplex'],
  dpi: [200, 300],
  colours: ['colour', 'grey'],
  sizes: ['a4', 'a5', 'card'],
};

describe('how to scan, on the scanner at hand', () => {
  it('is kept as it is where the scanner can, and where there is none', () => {
    for (const manner of [USUAL, ...Object.values(GIVEN_PROFILES)]) {
      expect(fitManner(manner, scanner)).toEqual(manner);
      expect(fitManner(manner, null)).toEqual(manner);
    }
  });

  it('comes nearest otherwise: one side of a stack before the glass, finer before coarser', () => {
    const { twoSides } = GIVEN_PROFILES;
    expect(fitManner(twoSides, { ...scanner, sources: ['flatbed', 'feeder'] }).source).toBe('feeder');
    expect(fitManner(twoSides, { ...scanner, sources: ['flatbed'] }).source).toBe('flatbed');
    expect(fitManner(USUAL, { ...scanner, sources: ['feeder'] }).source).toBe('feeder');
    expect(fitManner(USUAL, { ...scanner, dpi: [150, 600] }).dpi).toBe(600);
    expect(fitManner(USUAL, { ...scanner, dpi: [150] }).dpi).toBe(150);
    expect(fitManner(USUAL, { ...scanner, colours: ['grey'] }).colour).toBe('grey');
    expect(fitManner({ ...USUAL, size: 'a3' }, scanner).size).toBe('a4');
  });

  it('a card is scanned at 300 dpi, the next paper again as usual', () => {
    const card = withSize(USUAL, 'card');
    expect(card).toEqual({ ...USUAL, size: 'card', dpi: 300 });
    expect(withSize(card, 'a4')).toEqual(USUAL);
    expect(withSize({ ...USUAL, dpi: 300 }, 'a5').dpi).toBe(300);
  });
});

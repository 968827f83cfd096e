import { describe, expect, it } from 'vitest';
import { parseDeviceOptions } from '../../../src/main/scanners/device-options.ts';
import { nearestResolution, scanArguments } from '../../../src/main/scanners/scan-arguments.ts';
import type { ScanRequest } from '../../../src/shared/contracts/bridge/scanning.ts';

const feederScanner = `
All options specific to device \`airscan:e0:Practice':
  Standard:
    --resolution 200|300|600dpi [300]
        Sets the resolution of the scanned image.
    --mode Color|Gray [Color]
        Selects the scan mode (e.g., lineart, monochrome, or color).
    --source Flatbed|ADF|ADF Duplex [Flatbed]
        Selects the scan source (such as a document-feeder).
  Geometry:
    -l 0..215.9mm [0]
        Top-left x position of scan area.
    -x 0..215.9mm [215.9]
        Width of scan-area.
    -y 0..297.18mm (in steps of 0.1) [297.18]
        Height of scan-area.
  Enhancement:
    --threshold 0..100% (in steps of 1) [inactive]
    --three-pass[=(yes|no)] [inactive]
    --custom-gamma[=(yes|no)] [no] [advanced]
`;
const request: ScanRequest = {
  scanId: '0195f0a0-0000-7000-8000-000000000000',
  scannerId: 'airscan:e0:Practice',
  source: 'feeder',
  colour: 'colour',
  dpi: 300,
};

describe('[SCN-5] what a device offers', () => {
  it('is read from its own listing', () => {
    expect(parseDeviceOptions(feederScanner)).toEqual({
      sources: ['Flatbed', 'ADF', 'ADF Duplex'],
      modes: ['Color', 'Gray'],
      resolution: [200, 300, 600],
      widthMm: 215.9,
      heightMm: 297.18,
    });
  });

  it('is asked for in its own words, one side, A4', () => {
    expect(scanArguments(request, parseDeviceOptions(feederScanner))).toEqual([
      '-d',
      'airscan:e0:Practice',
      '--source',
      'ADF',
      '--mode',
      'Color',
      '--resolution',
      '300',
      '-x',
      '210',
      '-y',
      '297',
    ]);
    expect(
      scanArguments({ ...request, source: 'flatbed', colour: 'grey' }, parseDeviceOptions(feederScanner)),
    ).toEqual(expect.arrayContaining(['Flatbed', 'Gray']));
  });

  it('and a device without options is asked for nothing', () => {
    const none = parseDeviceOptions('');
    expect(scanArguments({ ...request, source: 'flatbed' }, none)).toEqual(['-d', 'airscan:e0:Practice']);
    expect(scanArguments(request, none)).toBe('scanner-no-feeder');
  });

  it('the nearest resolution, of two equally near the finer', () => {
    expect(nearestResolution(200, [75, 150, 300])).toBe(150);
    expect(nearestResolution(200, [100, 300])).toBe(300);
    expect(nearestResolution(300, { least: 50, most: 240 })).toBe(240);
    expect(parseDeviceOptions('    --resolution auto||75|90|300dpi [75]').resolution).toEqual([75, 90, 300]);
    expect(parseDeviceOptions('    --resolution 1..1200dpi (in steps of 1) [50]').resolution).toEqual({
      least: 1,
      most: 1200,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { nearestResolution, offeredDpi, offeredSizes } from '../../../../src/main/scanners/offered.ts';
import { parseDeviceOptions } from '../../../../src/main/scanners/sane/device-options.ts';
import { saneAbilities } from '../../../../src/main/scanners/sane/sane-abilities.ts';
import { scanArguments } from '../../../../src/main/scanners/sane/scan-arguments.ts';
import type { ScanRequest } from '../../../../src/shared/contracts/bridge/scanning.ts';

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
  size: 'a4',
  resume: null,
};

describe('[SCN-5] what a device offers', () => {
  it('is read from its own listing', () => {
    expect(parseDeviceOptions(feederScanner)).toEqual({
      sources: ['Flatbed', 'ADF', 'ADF Duplex'],
      modes: ['Color', 'Gray'],
      adfModes: [],
      duplexSwitch: false,
      asksPageSize: false,
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

  it('both sides: by a source, a mode of the feeder, or a switch', () => {
    const both: ScanRequest = { ...request, source: 'feeder-duplex' };
    const asked = (listing: string) => scanArguments(both, parseDeviceOptions(listing)).slice(2);
    expect(asked('    --source Flatbed|ADF|ADF Duplex [Flatbed]')).toEqual(['--source', 'ADF Duplex']);
    expect(asked('    --source ADF Front|ADF Back|ADF Duplex [ADF Front]')).toEqual([
      '--source',
      'ADF Duplex',
    ]);
    expect(
      asked(
        '    --source Flatbed|Automatic Document Feeder [Flatbed]\n    --adf-mode Simplex|Duplex [inactive]',
      ),
    ).toEqual(['--source', 'Automatic Document Feeder', '--adf-mode', 'Duplex']);
    expect(asked('    --source Flatbed|ADF [Flatbed]\n    --duplex[=(yes|no)] [no]')).toEqual([
      '--source',
      'ADF',
      '--duplex=yes',
    ]);
    expect(scanArguments(both, parseDeviceOptions('    --source Flatbed|ADF [Flatbed]'))).toBe(
      'scanner-no-duplex',
    );
    expect(scanArguments(both, parseDeviceOptions('    --source Flatbed [Flatbed]'))).toBe(
      'scanner-no-feeder',
    );
  });

  it('one side is one side: never the backs alone', () => {
    const simplex = parseDeviceOptions('    --source ADF Back|ADF Front|ADF Duplex [ADF Front]');
    expect(scanArguments(request, simplex)).toEqual(expect.arrayContaining(['ADF Front']));
    const modes = parseDeviceOptions(
      '    --source Flatbed|ADF [Flatbed]\n    --adf-mode Simplex|Duplex [inactive]',
    );
    expect(scanArguments(request, modes)).toEqual(expect.arrayContaining(['--adf-mode', 'Simplex']));
  });

  it('the paper, or as much of it as the device has; feeders that centre it are told its size', () => {
    const asked = (size: ScanRequest['size'], more = '') =>
      [scanArguments({ ...request, size }, parseDeviceOptions(feederScanner + more))].flat().join(' ');
    expect(asked('a5')).toContain('-x 148 -y 210');
    expect(asked('a3')).toContain('-x 215.9 -y 297.18');
    expect(asked('card')).toContain('-x 105 -y 75');
    expect(
      asked('a5', '    --page-width 0..224.846mm [215.9]\n    --page-height 0..876.695mm [279.364]\n'),
    ).toContain('--page-width 148 --page-height 210');
  });

  it('is offered in the desk: at least 200 dpi where there is such, papers that fit', () => {
    expect(saneAbilities(parseDeviceOptions(feederScanner))).toEqual({
      sources: ['flatbed', 'feeder', 'feeder-duplex'],
      dpi: [200, 300],
      colours: ['colour', 'grey'],
      sizes: ['a4', 'a5', 'letter', 'card'],
    });
    expect(offeredDpi([75, 150, 300, 600])).toEqual([300]);
    expect(offeredDpi([75, 150])).toEqual([150]);
    expect(offeredDpi([100, 600])).toEqual([600]);
    expect(offeredDpi({ least: 50, most: 150 })).toEqual([150]);
    expect(offeredDpi({ least: 50, most: 250 })).toEqual([200]);
    expect(offeredSizes(297, 432)).toContain('a3');
    expect(offeredSizes(200, 200)).toEqual(['a4', 'card']);
  });

  it('grey where there is no colour, never what a device does by itself', () => {
    const grey = parseDeviceOptions('    --mode Lineart|Gray [Lineart]\n    --source ADF [ADF]');
    expect(scanArguments(request, grey)).toEqual(expect.arrayContaining(['--mode', 'Gray']));
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

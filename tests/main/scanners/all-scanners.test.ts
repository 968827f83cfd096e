import { describe, expect, it } from 'vitest';
import { createScanners } from '../../../src/main/scanners/all-scanners.ts';
import type { EsclDriver } from '../../../src/main/scanners/escl/escl-driver.ts';
import { UNTOLD } from '../../../src/main/scanners/offered.ts';
import { withoutTwins } from '../../../src/main/scanners/same-scanner.ts';
import type { ScannerDriver } from '../../../src/main/scanners/scanner-driver.ts';
import { scannerFailure } from '../../../src/main/scanners/scanner-failure.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { Scanner, ScannerKind } from '../../../src/shared/contracts/bridge/scanning.ts';
import { scanRequest } from './kept-pages.ts';

const scanner = (kind: ScannerKind, scannerId: string, name = scannerId): Scanner => ({
  scannerId,
  name,
  kind,
  line: kind === 'escl' ? 'plain' : null,
  ...UNTOLD,
});
const driver = (kind: ScannerKind, list: ScannerDriver['list'], asked: string[] = []): ScannerDriver => ({
  kind,
  list,
  scan: async ({ scannerId }) => {
    asked.push(`${kind}: ${scannerId}`);
    return ok({ pages: [], fault: null });
  },
});
const escl = (list: ScannerDriver['list'], asked: string[] = []): EsclDriver => ({
  ...driver('escl', list, asked),
  addresses: () => ['10.0.0.9'],
  addAddress: async () => scannerFailure('scanner-not-at-address'),
  forgetAddress: async () => ok(null),
  pid: () => null,
  close: async () => {},
});

describe('all ways of speaking with scanners', () => {
  it('are one list, cable first; each scan goes its own way with the driver’s own name', async () => {
    const asked: string[] = [];
    const network = escl(async () => ok([scanner('escl', 'uuid-1', 'Brother')]), asked);
    const cable = driver('sane', async () => ok([scanner('sane', 'escl|odd:1', 'Canon')]), asked);
    const scanners = createScanners([cable, network], network);
    const { scanners: listed, searching, addresses } = await scanners.list();
    expect(listed.map(({ name }) => name)).toEqual(['Canon', 'Brother']);
    expect({ searching, addresses }).toEqual({ searching: false, addresses: ['10.0.0.9'] });
    for (const { scannerId } of listed)
      await scanners.scan(scanRequest({ scannerId }), async () => ok([]), new AbortController().signal);
    expect(asked).toEqual(['sane: escl|odd:1', 'escl: uuid-1']);
    expect(
      await scanners.scan(scanRequest({ scannerId: 'x' }), async () => ok([]), new AbortController().signal),
    ).toMatchObject({ failure: { code: 'scanner-gone' } });
  });

  it('[SCN-12] a slow one does not keep the others waiting, and is there at the next look', async () => {
    const slow = Promise.withResolvers<void>();
    const network = escl(async () => ok([scanner('escl', 'uuid-1', 'Brother')]));
    let asks = 0;
    const cable = driver('sane', async () => {
      asks++;
      await slow.promise;
      return ok([scanner('sane', 'usb:1', 'Canon')]);
    });
    const scanners = createScanners([cable, network], network, 100);
    expect(await scanners.list()).toMatchObject({ searching: true, scanners: [{ name: 'Brother' }] });
    await scanners.list();
    expect(asks).toBe(1);
    slow.resolve();
    expect(await scanners.list()).toMatchObject({
      searching: false,
      scanners: [{ name: 'Canon' }, { name: 'Brother' }],
    });
  });

  it('a way that cannot be gone is named, the others go on', async () => {
    const network = escl(async () => ok([]));
    const cable = driver('sane', async () => scannerFailure('scanner-missing-program'));
    expect(await createScanners([cable, network], network).list()).toMatchObject({
      scanners: [],
      missing: [{ kind: 'sane', code: 'scanner-missing-program' }],
    });
    expect(await createScanners([cable, network], network).addAddress('x')).toMatchObject({
      failure: { code: 'scanner-not-at-address' },
    });
  });

  it('[SCN-12] one device by two ways is one scanner: its own protocol before SANE’s backends for it', () => {
    const list = [
      scanner(
        'sane',
        'airscan:e0:Brother MFC-L5700DN [3c2af4]',
        'eSCL Brother MFC-L5700DN [3c2af4] ip=10.0.0.5',
      ),
      scanner('sane', 'escl:http://10.0.0.5:80', 'Brother MFC-L5700DN'),
      scanner('sane', 'airscan:w0:Old Ricoh', 'WSD Old Ricoh'),
      scanner('sane', 'airscan:e1:HP over USB', 'eSCL HP over USB'),
      scanner('sane', 'genesys:libusb:001:004', 'Canon LiDE 220'),
      scanner('escl', 'uuid-1', 'Brother MFC-L5700DN'),
      scanner('naps2', 'Brother MFC-L5700DN', 'Brother MFC-L5700DN (NAPS2)'),
    ];
    expect(withoutTwins(list).map(({ scannerId }) => scannerId)).toEqual([
      'airscan:w0:Old Ricoh',
      'airscan:e1:HP over USB',
      'genesys:libusb:001:004',
      'uuid-1',
      'Brother MFC-L5700DN',
    ]);
  });
});

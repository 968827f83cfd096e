import type { Scanner, ScannerList } from '../../../src/shared/contracts/bridge/scanning.ts';

const feeder: Scanner = {
  scannerId: 'sane|test:0',
  name: 'Canon DR-C230',
  kind: 'sane',
  sources: ['feeder', 'feeder-duplex'],
  dpi: [200, 300],
  colours: ['colour', 'grey'],
  sizes: ['a4', 'a5', 'card'],
  line: null,
};

/** Two devices of an office: a sheet feeder on a cable and a printer with a glass in the network. */
export const sampleScanners = (): ScannerList => ({
  scanners: [
    {
      ...feeder,
      scannerId: 'escl|4509a320-00a0-008f-00b6-002507510eca',
      name: 'Brother MFC-L5700DN (tầng 1)',
      kind: 'escl',
      sources: ['flatbed', 'feeder', 'feeder-duplex'],
      sizes: ['a4', 'a5', 'letter', 'card'],
      line: 'remembered',
    },
    feeder,
  ],
  searching: false,
  missing: [],
  addresses: ['192.168.1.50'],
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ScannerDriver } from '../../../src/main/scanners/scanner-driver.ts';
import { Scanner } from '../../../src/shared/contracts/bridge/scanning.ts';
import { type Kept, keepInto, scanFolders, scanRequest, scanWith } from './kept-pages.ts';

/** One device with a feeder, a glass and both sides, behind a driver. */
export type DriverUnderTest = {
  readonly driver: ScannerDriver;
  readonly scannerId: string;
  /** Puts so many sheets into the feeder. */
  readonly load: (sheets: number) => void;
  /** From now on the device stands still after so many pages. */
  readonly standStillAfter: (pages: number) => void;
  readonly close: () => Promise<void>;
};

/** What every driver of the port keeps to; `keepsBeforeFault` false: it hands pages over only when all are through. */
export function describeDriver(
  name: string,
  open: () => Promise<DriverUnderTest>,
  { keepsBeforeFault = true } = {},
): void {
  describe(`the port, as ${name} keeps it`, () => {
    let under: DriverUnderTest | null = null;
    const opened = async (): Promise<DriverUnderTest> => {
      under = await open();
      return under;
    };
    afterEach(async () => {
      await under?.close();
      under = null;
      // in memory or on disk, no page of a citizen is left lying
      expect(scanFolders()).toEqual([]);
    });

    it('lists its scanner with what it can do', async () => {
      const { driver, scannerId } = await opened();
      const listed = await driver.list();
      expect(listed.ok).toBe(true);
      if (!listed.ok) return;
      for (const scanner of listed.value) expect(Scanner.parse(scanner)).toEqual(scanner);
      expect(listed.value.map((scanner) => [scanner.scannerId, scanner.kind])).toEqual([
        [scannerId, driver.kind],
      ]);
      expect(listed.value[0]?.sources).toEqual(['flatbed', 'feeder', 'feeder-duplex']);
    });

    it('[SCN-2] [SCN-4] empties the feeder, in order, and has then done its work', async () => {
      const { driver, scannerId, load } = await opened();
      load(3);
      const { kept, fault, pages } = await scanWith(driver, { scannerId });
      expect({ fault, pages }).toEqual({ fault: null, pages: 3 });
      expect(kept.map(({ name: file }) => file.replace(/\..*/, ''))).toEqual([
        'page-0001',
        'page-0002',
        'page-0003',
      ]);
      expect(new Set(kept.map(({ bytes }) => bytes.toString('base64'))).size).toBe(3);
    });

    it('gives one page from the glass', async () => {
      const { driver, scannerId, load } = await opened();
      load(3);
      expect(await scanWith(driver, { scannerId, source: 'flatbed' })).toMatchObject({
        fault: null,
        pages: 1,
      });
    });

    it('[SCN-4] an empty feeder is said', async () => {
      const { driver, scannerId, load } = await opened();
      load(0);
      expect((await scanWith(driver, { scannerId })).fault).toMatch(/^(failed: )?scanner-empty$/);
    });

    it('[SCN-6] a scanner that it did not list is gone', async () => {
      const { driver } = await opened();
      expect((await scanWith(driver, { scannerId: 'elsewhere' })).fault).toBe('failed: scanner-gone');
    });

    it('[SCN-6] one scan at a time', async () => {
      const { driver, scannerId, load } = await opened();
      load(2);
      const both = await Promise.all([scanWith(driver, { scannerId }), scanWith(driver, { scannerId })]);
      expect(both.map(({ fault }) => fault)).toContain('failed: scanner-busy');
      expect(both.map(({ fault }) => fault)).toContain(null);
    });

    it('[SCN-8] a page that cannot be kept stops it; those before stay', async () => {
      const { driver, scannerId, load } = await opened();
      load(3);
      expect(await scanWith(driver, { scannerId }, { refuseFrom: 1 })).toMatchObject({
        fault: 'disk-full',
        pages: 1,
      });
    });

    it('[SCN-2] a cancel settles and keeps what was scanned', async () => {
      const { driver, scannerId, load, standStillAfter } = await opened();
      load(3);
      standStillAfter(2);
      const stopping = new AbortController();
      const kept: Kept[] = [];
      const keep = keepInto(kept);
      const before = setTimeout(() => stopping.abort(), keepsBeforeFault ? 20_000 : 700);
      const result = await driver.scan(
        scanRequest({ scannerId }),
        async (bytes, file) => {
          if (kept.length === 1) setTimeout(() => stopping.abort(), 100);
          return keep(bytes, file);
        },
        stopping.signal,
      );
      clearTimeout(before);
      expect(result).toMatchObject({ ok: true, value: { fault: { code: 'scan-cancelled' } } });
      if (keepsBeforeFault) expect(kept).toHaveLength(2);
    });
  });
}

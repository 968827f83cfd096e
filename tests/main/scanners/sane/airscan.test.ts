import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSaneDriver } from '../../../../src/main/scanners/sane/sane-driver.ts';
import { pagePictures } from '../../../support/escl/pictures.ts';
import { type EsclServer, startEsclServer } from '../../../support/escl-server.ts';
import { scanWith } from '../kept-pages.ts';

/** Debian's sane-airscan: a client of eSCL that nobody here wrote. */
const AIRSCAN = '/usr/lib/x86_64-linux-gnu/sane/libsane-airscan.so.1';
const DEVICE = 'airscan:e0:Practice';

let server: EsclServer;
let folder: string;
let pictures: readonly Buffer[];
const before = process.env.SANE_CONFIG_DIR;

beforeAll(async () => {
  pictures = await pagePictures(4);
  server = await startEsclServer();
  folder = mkdtempSync(join(tmpdir(), 'quay-airscan-'));
  writeFileSync(join(folder, 'dll.conf'), 'airscan\n');
  writeFileSync(
    join(folder, 'airscan.conf'),
    `[devices]\n"Practice" = ${server.url}, eSCL\n[options]\ndiscovery = disable\n`,
  );
  process.env.SANE_CONFIG_DIR = folder;
});
afterAll(async () => {
  if (before === undefined) delete process.env.SANE_CONFIG_DIR;
  else process.env.SANE_CONFIG_DIR = before;
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});
beforeEach(() => {
  server.stack = pictures;
  server.faults = {};
});

/** Mean difference of two pictures, in shades of 255, at a small size. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [left, right] = await Promise.all(
    [one, other].map((picture) =>
      sharp(picture).greyscale().resize(200, 283, { fit: 'fill' }).toColourspace('b-w').raw().toBuffer(),
    ),
  );
  if (left === undefined || right === undefined) return Number.NaN;
  return left.reduce((sum, shade, at) => sum + Math.abs(shade - (right[at] ?? 0)), 0) / left.length;
}

it('sane-airscan is installed (Debian: apt-get install sane-airscan)', () => {
  expect(existsSync(AIRSCAN)).toBe(true);
});

// Once in many runs on a busy machine the stranger takes a slow answer for an empty feeder; ours is not what fails then.
const AGAIN = { retry: 2 };
describe("sane-airscan, another's client of eSCL, takes the practice scanner for one", AGAIN, () => {
  const driver = createSaneDriver({ pageTimeoutMs: 10_000 });

  it('lists it with its feeder, both sides, resolutions and papers', async () => {
    expect(await driver.list()).toMatchObject({
      ok: true,
      value: [
        {
          scannerId: DEVICE,
          sources: ['flatbed', 'feeder', 'feeder-duplex'],
          dpi: [200, 300],
          colours: ['colour', 'grey'],
          sizes: ['a4', 'a5', 'letter', 'card'],
        },
      ],
    });
  });

  it.each(['feeder', 'feeder-duplex'] as const)('gets the same pages, in order (%s)', async (source) => {
    const { kept, fault } = await scanWith(driver, { scannerId: DEVICE, source, colour: 'colour' });
    expect({ fault, pages: kept.length }).toEqual({ fault: null, pages: 4 });
    for (const [at, picture] of pictures.entries()) {
      const page = kept[at]?.bytes ?? Buffer.alloc(0);
      expect(await difference(page, picture)).toBeLessThan(2);
    }
    // the pages are different enough for that to mean something
    expect(await difference(pictures[0] ?? Buffer.alloc(0), pictures[1] ?? Buffer.alloc(0))).toBeGreaterThan(
      5,
    );
    expect(server.jobs.at(-1)).toContain(`<scan:Duplex>${source === 'feeder-duplex'}</scan:Duplex>`);
  });

  it('[SCN-3] hears of a jam and of an empty feeder', async () => {
    server.faults = { stuckAt: { page: 3, adfState: 'ScannerAdfJam', status: 404 } };
    const jammed = await scanWith(driver, { scannerId: DEVICE });
    expect(jammed.fault).toBe('scanner-jammed');
    // sane-airscan fetches ahead and may drop what it had fetched when it hears of a jam: one reason to prefer our own client
    expect(jammed.pages).toBeLessThanOrEqual(2);
    server.faults = {};
    expect(await scanWith(driver, { scannerId: DEVICE })).toMatchObject({ fault: null, pages: 2 });
    expect(await scanWith(driver, { scannerId: DEVICE })).toMatchObject({ fault: 'scanner-empty', pages: 0 });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSaneDriver, type SaneDriverOptions } from '../../../../src/main/scanners/sane/sane-driver.ts';
import { ok } from '../../../../src/shared/base/result.ts';
import type { ScanRequest } from '../../../../src/shared/contracts/bridge/scanning.ts';
import { describeDriver } from '../driver-contract.ts';
import { isRunning, type Kept, keepInto, scanFolders, scanRequest, scanWith } from '../kept-pages.ts';
import { openPracticeSane, type PracticeSane, scriptedScanner } from './practice-sane.ts';

let sane: PracticeSane;
beforeEach(() => {
  sane = openPracticeSane();
});
afterEach(() => {
  sane.restore();
});

const request = scanRequest;
const scan = (
  more: Partial<ScanRequest> = {},
  options: SaneDriverOptions = {},
  signal = new AbortController().signal,
  refuseFrom?: number,
) =>
  scanWith(createSaneDriver(options), more, { signal, ...(refuseFrom === undefined ? {} : { refuseFrom }) });

/** A device with both sides, which SANE's practice scanner has not. */
describeDriver('SANE (a scripted scanimage)', async () => {
  const feeder = (name: string) => join(sane.folder, name);
  const put = (name: string, value: number): void => writeFileSync(feeder(name), String(value));
  put('sheets', 0);
  put('stand-still', 999);
  sane.replaceProgram(
    scriptedScanner(
      `sheets=$(cat ${feeder('sheets')}); still=$(cat ${feeder('stand-still')}); n=0
case "$*" in *--batch-count=1*) page 1; exit 0;; esac
while [ $n -lt $sheets ]; do [ $n -lt $still ] || exec sleep 60; n=$((n + 1)); page $n; done
exit 7`,
    ),
  );
  return {
    driver: createSaneDriver({ pageTimeoutMs: 30_000 }),
    scannerId: 'test:0',
    load: (sheets) => put('sheets', sheets),
    standStillAfter: (pages) => put('stand-still', pages),
    close: async () => {},
  };
});

describe("SANE's practice scanner", () => {
  it('is listed with a name, and answers with what it is', async () => {
    const listed = await createSaneDriver().list();
    expect(listed).toEqual(
      ok([
        {
          scannerId: 'test:0',
          name: 'frontend-tester',
          kind: 'sane',
          line: null,
          sources: ['flatbed', 'feeder'],
          dpi: [200, 300],
          colours: ['colour', 'grey'],
          sizes: ['a4', 'card'],
        },
      ]),
    );
  });

  it('[SCN-2] [SCN-4] ten sheets from the feeder, in order, then paper out as it should be', async () => {
    const before = scanFolders();
    const { kept, fault, pages } = await scan();
    expect({ fault, pages }).toEqual({ fault: null, pages: 10 });
    expect(kept.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, at) => `page-${String(at + 1).padStart(4, '0')}.tiff`),
    );
    expect(scanFolders()).toEqual(before);
  });

  it('[SCN-5] one sheet from the glass, in the wished colour, resolution and size', async () => {
    const { kept, fault } = await scan({ source: 'flatbed', colour: 'colour', dpi: 200 });
    expect({ fault, count: kept.length }).toEqual({ fault: null, count: 1 });
    const { width, height, density, space } = await sharp(kept[0]?.bytes).metadata();
    // 200 mm is all that this scanner has
    expect({ width, height, density, space }).toEqual({
      width: 1574,
      height: 1574,
      density: 200,
      space: 'srgb',
    });
  });

  it('stops after the page limit', async () => {
    expect(await scan({}, { pageLimit: 3 })).toMatchObject({ pages: 3, fault: null });
  });

  it.each([
    ['SANE_STATUS_JAMMED', 'scanner-jammed'],
    ['SANE_STATUS_COVER_OPEN', 'scanner-cover-open'],
    ['SANE_STATUS_NO_DOCS', 'scanner-empty'],
    ['SANE_STATUS_IO_ERROR', 'scanner-gone'],
    ['SANE_STATUS_ACCESS_DENIED', 'scanner-access-denied'],
    ['SANE_STATUS_DEVICE_BUSY', 'scanner-busy'],
  ])('[SCN-3] %s is %s', async (status, code) => {
    sane.configure(status);
    // now and then this backend hangs while it ends a broken scan: the answer is the same
    expect(await scan({}, { pageTimeoutMs: 2000 })).toEqual({ kept: [], fault: code, pages: 0 });
  });

  it('[SCN-6] a device that SANE did not list is not used', async () => {
    expect((await scan({ scannerId: 'net:elsewhere:x' })).fault).toBe('failed: scanner-gone');
    expect((await scan({ scannerId: 'test:9' })).fault).toBe('failed: scanner-gone');
  });

  it('[SCN-6] one scan at a time on each device', async () => {
    sane.configure(
      'Default',
      'read-delay true\nread-delay-duration 20000\nread-limit true\nread-limit-size 20000',
    );
    const driver = createSaneDriver({ pageLimit: 2 });
    const kept: Kept[] = [];
    const go = () => driver.scan(request(), keepInto(kept), new AbortController().signal);
    const [one, other] = await Promise.all([go(), go()]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect(one.ok ? other : one).toMatchObject({ failure: { code: 'scanner-busy' } });
    expect((await go()).ok).toBe(true);
  });

  it('[SCN-2] a cancel keeps what was scanned', async () => {
    sane.configure(
      'Default',
      'read-delay true\nread-delay-duration 50000\nread-limit true\nread-limit-size 30000',
    );
    const stopping = new AbortController();
    const kept: Kept[] = [];
    const keep = keepInto(kept);
    const result = await createSaneDriver().scan(
      request(),
      async (bytes, name) => {
        if (kept.length === 1) stopping.abort();
        return keep(bytes, name);
      },
      stopping.signal,
    );
    expect(result).toMatchObject({ ok: true, value: { fault: { code: 'scan-cancelled' } } });
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.length).toBeLessThan(10);
    if (result.ok) expect(result.value.pages).toHaveLength(kept.length);
  });

  it('[SCN-8] a full disk stops the scan and is named; the pages before it stay', async () => {
    expect(await scan({}, {}, undefined, 2)).toMatchObject({ fault: 'disk-full', pages: 2 });
  });
});

describe('programs that misbehave', () => {
  it('[SCN-2] killed in the middle: whole pages stay, announced or not, half a page does not', async () => {
    sane.replaceProgram(scriptedScanner('page 1; page 2; page 3 quietly; half 4; kill -9 $$'));
    const { kept, fault } = await scan();
    expect(fault).toBe('scanner-failed');
    expect(kept.map(({ bytes }) => bytes.toString())).toEqual(['page 1\n', 'page 2\n', 'page 3\n']);
  });

  it('[SCN-1] [SCN-2] hanging after two pages, deaf to being stopped', async () => {
    sane.replaceProgram(
      scriptedScanner('trap "" INT TERM; page 1; page 2; half 3; while :; do sleep 1; done'),
    );
    expect(await scan({}, { pageTimeoutMs: 700 })).toMatchObject({ fault: 'scanner-hung', pages: 2 });
  });

  it('[SCN-1] [SCN-3] hanging after a jam that it told of', async () => {
    sane.replaceProgram(
      scriptedScanner('page 1; echo "scanimage: sane_read: Document feeder jammed" >&2; exec sleep 60'),
    );
    expect(await scan({}, { pageTimeoutMs: 500 })).toMatchObject({ fault: 'scanner-jammed', pages: 1 });
  });

  it('[SCN-2] a jam after two pages', async () => {
    sane.replaceProgram(scriptedScanner('page 1; page 2; half 3; exit 6'));
    expect(await scan()).toMatchObject({ fault: 'scanner-jammed', pages: 2 });
  });

  it('[SCN-4] an empty feeder, by its status or by no page at all', async () => {
    sane.replaceProgram(scriptedScanner('exit 7'));
    expect(await scan()).toMatchObject({ fault: 'scanner-empty', pages: 0 });
    sane.replaceProgram(scriptedScanner('exit 0'));
    expect(await scan()).toMatchObject({ fault: 'scanner-empty', pages: 0 });
  });

  it('[SCN-3] a device that cannot be opened: busy, forbidden, gone', async () => {
    const opening = (words: string) =>
      `case "$*" in *--formatted*) printf 'test:0\\tA\\tB\\n'; exit 0;; esac
echo "scanimage: open of device test:0 failed: ${words}" >&2; exit 1`;
    sane.replaceProgram(opening('Device busy'));
    expect((await scan()).fault).toBe('failed: scanner-busy');
    sane.replaceProgram(opening('Access to resource has been denied'));
    expect((await scan()).fault).toBe('failed: scanner-access-denied');
    sane.replaceProgram(opening('Invalid argument'));
    expect((await scan()).fault).toBe('failed: scanner-gone');
  });

  it('[SCN-1] a list that never comes', async () => {
    const child = join(sane.folder, 'child.pid');
    sane.replaceProgram(`sleep 60 & echo $! > ${child}; sleep 60`);
    const listed = await createSaneDriver({ askTimeoutMs: 500 }).list();
    expect(listed).toMatchObject({ ok: false, failure: { code: 'scanner-hung' } });
    // what it had started is gone with it
    const childPid = Number(readFileSync(child, 'utf8'));
    await expect.poll(() => isRunning(childPid)).toBe(false);
  });

  it('no scanners is an empty list; no program is said', async () => {
    sane.replaceProgram('exit 0');
    expect(await createSaneDriver().list()).toEqual(ok([]));
    process.env.PATH = sane.folder;
    expect(await createSaneDriver().list()).toMatchObject({
      failure: { code: 'scanner-missing-program', remedy: 'call-support' },
    });
    expect((await scan()).fault).toBe('failed: scanner-missing-program');
  });

  it('[SCN-5] feeder wanted where there is none', async () => {
    sane.replaceProgram(
      `case "$*" in *--formatted*) printf 'test:0\\tA\\tB\\n';; *" -A"*) echo '    --mode Gray [Gray]';; esac`,
    );
    expect((await scan()).fault).toBe('failed: scanner-no-feeder');
  });
});

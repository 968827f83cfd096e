import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EsclDriver } from '../../../../src/main/scanners/escl/escl-driver.ts';
import type { EsclTiming } from '../../../../src/main/scanners/escl/program/timing.ts';
import { pagePictures } from '../../../support/escl/pictures.ts';
import { type EsclServer, type EsclServerOptions, startEsclServer } from '../../../support/escl-server.ts';
import { describeDriver } from '../driver-contract.ts';
import { isRunning, type Kept, keepInto, scanFolders, scanRequest, scanWith } from '../kept-pages.ts';
import { openEsclDriver } from './open-escl-driver.ts';

let pictures: readonly Buffer[];
beforeAll(async () => {
  pictures = await pagePictures(4);
});

let server: EsclServer;
let driver: EsclDriver;
let close = async (): Promise<void> => {};
afterEach(async () => {
  await close();
  expect(scanFolders()).toEqual([]);
});

/** A scanner with four sheets, and a desk that knows its address. */
async function open(more: EsclServerOptions = {}, timing: Partial<EsclTiming> = {}): Promise<void> {
  const glass = pictures[0];
  server = await startEsclServer({ stack: pictures, ...(glass === undefined ? {} : { glass }), ...more });
  const opened = openEsclDriver({ timing });
  driver = opened.driver;
  close = async () => {
    await opened.close();
    await server.close();
  };
  expect(await driver.addAddress(`127.0.0.1:${server.port}`)).toMatchObject({ ok: true });
}
const scan = (more = {}, options = {}) => scanWith(driver, { scannerId: server.uuid, ...more }, options);

describeDriver('eSCL', async () => {
  await open({ stack: [] });
  const ours = server;
  return {
    driver,
    scannerId: ours.uuid,
    load: (sheets) => {
      ours.stack = pictures.slice(0, sheets);
    },
    standStillAfter: (pages) => {
      ours.faults = { hangAt: pages + 1 };
    },
    close: async () => {
      await close();
      close = async () => {};
    },
  };
});

describe('a scanner of the network', () => {
  it('is listed with what it can do', async () => {
    await open();
    expect(await driver.list()).toEqual({
      ok: true,
      value: [
        {
          scannerId: server.uuid,
          name: 'Practice MFP',
          kind: 'escl',
          line: 'plain',
          sources: ['flatbed', 'feeder', 'feeder-duplex'],
          dpi: [200, 300],
          colours: ['colour', 'grey'],
          sizes: ['a4', 'a5', 'letter', 'card'],
        },
      ],
    });
  });

  it('[SCN-2] gives every sheet of the feeder as it came, in order', async () => {
    await open();
    const { kept, fault } = await scan();
    expect(fault).toBe(null);
    expect(kept.map(({ bytes }) => bytes)).toEqual(pictures);
    expect(kept.map(({ name }) => name)).toEqual([
      'page-0001.jpg',
      'page-0002.jpg',
      'page-0003.jpg',
      'page-0004.jpg',
    ]);
  });

  it('[SCN-5] is asked in its own words: source, both sides, colour, resolution, area in 1/300 inch', async () => {
    await open({ resolutions: [100, 600] });
    await scan({ source: 'feeder-duplex', colour: 'colour', dpi: 300, size: 'a4' });
    expect(server.jobs[0]).toMatch(/<pwg:InputSource>Feeder<.*<scan:Duplex>true<.*<scan:ColorMode>RGB24</s);
    expect(server.jobs[0]).toMatch(/<pwg:Width>2480<\/pwg:Width>\s*<pwg:Height>3508</);
    expect(server.jobs[0]).toContain('<scan:XResolution>100</scan:XResolution>');
    expect(server.jobs[0]).toContain('<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>');
    await scan({ source: 'flatbed', size: 'card' });
    expect(server.jobs[1]).toMatch(/<pwg:Width>1240<\/pwg:Width>\s*<pwg:Height>886<.*Platen<.*Grayscale8</s);
  });

  it('gives one page from the glass and ends the job', async () => {
    await open();
    const { kept, fault } = await scan({ source: 'flatbed' });
    expect({ fault, kept: kept.map(({ bytes }) => bytes) }).toEqual({ fault: null, kept: [pictures[0]] });
    expect(server.log.at(-1)).toBe('DELETE /eSCL/ScanJobs/1');
  });

  it('waits while it is not ready: before the job, before each page', async () => {
    await open();
    server.faults = { busyTimes: 3, notReadyTimes: 2 };
    expect(await scan()).toMatchObject({ fault: null, pages: 4 });
  });

  it('is followed by path, whatever host it names itself by', async () => {
    await open();
    server.faults = { foreignLocation: true };
    expect(await scan()).toMatchObject({ fault: null, pages: 4 });
  });

  it.each([
    ['ScannerAdfJam', 404, 'scanner-jammed'],
    ['ScannerAdfJam', 503, 'scanner-jammed'],
    ['ScannerAdfJam', 500, 'scanner-jammed'],
    ['ScannerAdfHatchOpen', 409, 'scanner-cover-open'],
    ['ScannerAdfMultipickDetected', 404, 'scanner-sheet-fault'],
    ['ScannerAdfLoaded', 500, 'scanner-failed'],
  ])(
    '[SCN-2] [SCN-3] %s with %i at the third sheet: %s, two pages kept, the rest with the next scan',
    async (adfState, status, code) => {
      await open();
      server.faults = { stuckAt: { page: 3, adfState, status } };
      expect(await scan()).toMatchObject({ fault: code, pages: 2 });
      server.faults = {};
      const rest = await scan();
      expect(rest).toMatchObject({ fault: null, pages: 2 });
      expect(rest.kept.map(({ bytes }) => bytes)).toEqual(pictures.slice(2));
    },
  );

  it('[SCN-4] an empty feeder; an open lid before the start', async () => {
    await open({ stack: [] });
    expect(await scan()).toMatchObject({ fault: 'failed: scanner-empty', pages: 0 });
  });

  it('[SCN-1] [SCN-2] a page that never comes', async () => {
    await open({}, { pageMs: 500 });
    server.faults = { hangAt: 3 };
    expect(await scan()).toMatchObject({ fault: 'scanner-hung', pages: 2 });
    expect(server.log.at(-1)).toBe('DELETE /eSCL/ScanJobs/1');
  });

  it.each([
    ['cutAt', 'scanner-gone'],
    ['halfAt', 'scanner-answer-garbled'],
  ])('[SCN-2] half a page (%s) is never kept', async (what, code) => {
    await open();
    server.faults = { [what]: 2 };
    expect(await scan()).toMatchObject({ fault: code, pages: 1 });
  });

  it('[SCN-1] busy for ever', async () => {
    await open({}, { readyMs: 300 });
    server.faults = { busyTimes: 1000 };
    expect((await scan()).fault).toBe('failed: scanner-busy');
  });

  it('[SCN-5] no feeder, no second side', async () => {
    await open({ feeder: false });
    expect((await scan()).fault).toBe('failed: scanner-no-feeder');
    await close();
    await open({ duplex: false });
    expect((await scan({ source: 'feeder-duplex' })).fault).toBe('failed: scanner-no-duplex');
  });

  it('[SCN-6] one scan at a time; a scanner that nobody knows is gone', async () => {
    await open();
    const [one, other] = await Promise.all([scan(), scan()]);
    expect([one.fault, other.fault].sort()).toEqual(['failed: scanner-busy', null]);
    expect((await scan({ scannerId: 'other' })).fault).toBe('failed: scanner-gone');
  });

  it('[SCN-8] a full disk stops the job; the pages before it stay', async () => {
    await open();
    expect(await scan({}, { refuseFrom: 2 })).toMatchObject({ fault: 'disk-full', pages: 2 });
  });

  it('[SCN-2] a cancel keeps what was scanned and tells the scanner', async () => {
    await open();
    server.faults = { hangAt: 3 };
    const stopping = new AbortController();
    const kept: Kept[] = [];
    const keep = keepInto(kept);
    const result = await driver.scan(
      scanRequest({ scannerId: server.uuid }),
      async (bytes, name) => {
        if (kept.length === 1) setTimeout(() => stopping.abort(), 50);
        return keep(bytes, name);
      },
      stopping.signal,
    );
    expect(result).toMatchObject({ ok: true, value: { fault: { code: 'scan-cancelled' } } });
    expect(kept).toHaveLength(2);
    expect(server.log.at(-1)).toBe('DELETE /eSCL/ScanJobs/1');
  });

  it.each(['garbage', 'huge', 'deep', 'another-document', 'hang'] as const)(
    'descriptions that are none (%s): not listed, said at its address, the process lives',
    async (capabilities) => {
      await open();
      const pid = driver.pid();
      const broken = await startEsclServer({ uuid: 'broken' });
      broken.faults = { capabilities };
      expect(await driver.addAddress(broken.url)).toMatchObject({
        failure: { code: capabilities === 'hang' ? 'scanner-not-at-address' : 'scanner-answer-garbled' },
      });
      expect(driver.pid()).toBe(pid);
      expect(await driver.list()).toMatchObject({ value: [{ scannerId: server.uuid }] });
      await broken.close();
    },
  );
});

describe('addresses', () => {
  it('are kept over a restart, and forgotten', async () => {
    await open();
    const again = openEsclDriver();
    await again.close();
    expect(await driver.addAddress('ftp://127.0.0.1')).toMatchObject({
      failure: { code: 'scanner-address-bad' },
    });
    expect(await driver.addAddress('127.0.0.1:1')).toMatchObject({
      failure: { code: 'scanner-not-at-address' },
    });
    expect(driver.addresses()).toEqual([`127.0.0.1:${server.port}`]);
    await driver.forgetAddress(`127.0.0.1:${server.port}`);
    expect(await driver.list()).toEqual({ ok: true, value: [] });
  });
});

describe('the process of network scanners', () => {
  it('[SCN-2] [SCN-9] killed in the middle: whole pages stay, the scan says so, the next one works', async () => {
    await open();
    server.faults = { hangAt: 3 };
    const kept: Kept[] = [];
    const keep = keepInto(kept);
    const pid = driver.pid() ?? 0;
    const result = await driver.scan(
      scanRequest({ scannerId: server.uuid }),
      async (bytes, name) => {
        if (kept.length === 1) process.kill(pid, 'SIGKILL');
        return keep(bytes, name);
      },
      new AbortController().signal,
    );
    expect(result).toMatchObject({ ok: true, value: { fault: { code: 'scanner-driver-ended' } } });
    expect(kept.map(({ bytes }) => bytes)).toEqual(pictures.slice(0, 2));
    server.faults = {};
    const rest = await scan();
    expect(rest).toMatchObject({ fault: null, pages: 2 });
    expect(driver.pid()).not.toBe(pid);
  });

  it('[SCN-9] stopped dead (SIGSTOP): the question settles, the process goes, another takes its place', async () => {
    await open({}, { askMs: 200, pageMs: 300, readyMs: 300 });
    const pid = driver.pid() ?? 0;
    process.kill(pid, 'SIGSTOP');
    expect(await driver.list()).toMatchObject({ failure: { code: 'scanner-hung' } });
    await expect.poll(() => isRunning(pid)).toBe(false);
    await wait(50);
    expect(await driver.list()).toMatchObject({ ok: true, value: [{ scannerId: server.uuid }] });
  });

  it('[SCN-9] a program that cannot even start: every question settles', async () => {
    const opened = openEsclDriver({ program: '/nowhere/escl-program.js' });
    expect(await opened.driver.list()).toMatchObject({ failure: { code: 'scanner-driver-ended' } });
    expect((await scanWith(opened.driver)).fault).toBe('scanner-driver-ended');
    await opened.close();
  });
});

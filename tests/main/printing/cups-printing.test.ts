import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCupsPrinting } from '../../../src/main/printing/cups-printing.ts';
import { type PrivateCups, startNetworkPrinter, startPrivateCups } from './private-cups.ts';

/** PDF enough for a raw queue, with bytes of every value. */
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000), Buffer.from('\n%%EOF\n')]);
const job = { bytes: pdf, printer: null, copies: 1, title: 'H26.40.02-261121-3017' };

describe('printing through a real CUPS', () => {
  let cups: PrivateCups;
  beforeAll(async () => {
    cups = await startPrivateCups();
  }, 30_000);
  afterAll(() => cups.stop());

  it('finds no printer where none is set up, and says so', async () => {
    const printing = createCupsPrinting({ environment: cups.environment });
    expect(await printing.listPrinters()).toEqual({ ok: true, value: [] });
    expect(await printing.printPdf(job)).toMatchObject({ ok: false, failure: { code: 'no-printer' } });
  });

  it('[PRN-1] brings two copies to the only printer, byte for byte', async () => {
    const printer = await startNetworkPrinter();
    cups.addQueue('Quay-03', printer.port);
    const printing = createCupsPrinting({ environment: cups.environment });
    const sent = await printing.printPdf({ ...job, copies: 2, title: 'Giấy tiếp nhận H26' });
    expect(sent).toMatchObject({ ok: true, value: { job: expect.stringMatching(/^Quay-03-\d+$/) } });
    const received = await printer.firstJob;
    expect(received.equals(Buffer.concat([pdf, pdf]))).toBe(true);
    printer.stop();
  }, 30_000);

  it('knows the default printer and asks for a choice when there is none', async () => {
    cups.addQueue('Quay-04', 9);
    const printing = createCupsPrinting({ environment: cups.environment });
    expect(await printing.printPdf(job)).toMatchObject({ failure: { code: 'no-printer' } });
    cups.admin('/usr/sbin/lpadmin', '-d', 'Quay-04');
    expect(await printing.listPrinters()).toEqual({
      ok: true,
      value: expect.arrayContaining([
        { name: 'Quay-03', isDefault: false },
        { name: 'Quay-04', isDefault: true },
      ]),
    });
  });

  it('tells a queue that takes no jobs', async () => {
    cups.admin('/usr/sbin/cupsreject', 'Quay-04');
    const printing = createCupsPrinting({ environment: cups.environment });
    expect(await printing.printPdf({ ...job, printer: 'Quay-04' })).toMatchObject({
      failure: { code: 'printer-refused', facts: { printer: 'Quay-04' } },
    });
  });

  it.each(['Quay-99', '-o', '../x', 'Quay-03 -n 5'])(
    '[PRN-4] does not pass on an unknown name: %s',
    async (name) => {
      const printing = createCupsPrinting({ environment: cups.environment });
      expect(await printing.printPdf({ ...job, printer: name })).toMatchObject({
        failure: { code: 'no-printer', facts: { printer: name } },
      });
    },
  );
});

describe('a print system that does not do its part', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quay-lp-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('tells that printing is not installed', async () => {
    const printing = createCupsPrinting({ environment: { PATH: folder } });
    expect(await readdir(folder)).toEqual([]);
    expect(await printing.listPrinters()).toMatchObject({ failure: { code: 'printing-not-installed' } });
    expect(await printing.printPdf(job)).toMatchObject({ failure: { code: 'printing-not-installed' } });
  });

  it('[PRN-2] [PRN-3] gives up on an lp that never ends, and starts it once only', async () => {
    const program = async (name: string, text: string) => {
      await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`);
      await chmod(join(folder, name), 0o755);
    };
    await program('lpstat', 'if [ "$1" = -e ]; then echo Stuck; fi');
    await program('lp', `echo x >> ${folder}/started; sleep 4`);
    const printing = createCupsPrinting({
      environment: { PATH: `${folder}:/usr/bin:/bin` },
      timeoutMs: 700,
    });
    const from = performance.now();
    expect(await printing.printPdf(job)).toMatchObject({
      failure: { code: 'printer-hung', remedy: 'officer-decides' },
    });
    expect(performance.now() - from).toBeLessThan(3000);
    expect(await readFile(join(folder, 'started'), 'utf8')).toBe('x\n');
  });
});

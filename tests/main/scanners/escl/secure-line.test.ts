import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createEsclMemory } from '../../../../src/main/scanners/escl/escl-memory.ts';
import { exchange, readText } from '../../../../src/main/scanners/escl/protocol/exchange.ts';
import { rootsOf } from '../../../../src/main/scanners/escl/scanner-address.ts';
import { pagePictures } from '../../../support/escl/pictures.ts';
import { type EsclServer, startEsclServer } from '../../../support/escl-server.ts';
import { scanWith } from '../kept-pages.ts';
import { printerCertificate, strangerCertificate } from './certificates.ts';
import { openEsclDriver } from './open-escl-driver.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
async function server(options: Parameters<typeof startEsclServer>[0]): Promise<EsclServer> {
  const started = await startEsclServer(options);
  open.push(started.close);
  return started;
}
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quay-escl-'));
  open.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
function desk(folder: string) {
  const opened = openEsclDriver({ folder });
  open.push(opened.close);
  return opened.driver;
}

describe('a scanner with a certificate of its own', () => {
  it('[SCN-10] is taken at the first meeting, said to be so, and remembered; papers come over it', async () => {
    const stack = await pagePictures(2);
    const printer = await server({ tls: printerCertificate, stack });
    const folder = newFolder();
    const driver = desk(folder);
    expect(await driver.addAddress(`127.0.0.1:${printer.port}`)).toMatchObject({ ok: true });
    expect(await driver.list()).toMatchObject({ value: [{ scannerId: printer.uuid, line: 'remembered' }] });
    expect(await scanWith(driver, { scannerId: printer.uuid })).toMatchObject({ fault: null, pages: 2 });
    const kept = JSON.parse(readFileSync(join(folder, 'scanners.json'), 'utf8'));
    expect(kept).toMatchObject({ addresses: [`127.0.0.1:${printer.port}`] });
    expect(kept.pins[`127.0.0.1:${printer.port}`]).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('[SCN-10] another certificate at that address: nothing is said to it until the address is forgotten', async () => {
    const printer = await server({ tls: printerCertificate });
    const address = `127.0.0.1:${printer.port}`;
    const folder = newFolder();
    const memory = createEsclMemory(folder, join(folder, 'scanners.json'));
    const stranger = await server({ tls: strangerCertificate });
    const known = await startThere(address);
    await memory.change(() => ({
      addresses: [`127.0.0.1:${stranger.port}`],
      pins: { [`127.0.0.1:${stranger.port}`]: known },
    }));
    const driver = desk(folder);
    expect(await driver.list()).toEqual({ ok: true, value: [] });
    expect(await driver.addAddress(`127.0.0.1:${stranger.port}`)).toMatchObject({
      failure: { code: 'scanner-certificate-changed', facts: { scanner: `127.0.0.1:${stranger.port}` } },
    });
    expect(stranger.log).toEqual([]);
    await driver.forgetAddress(`127.0.0.1:${stranger.port}`);
    expect(await driver.addAddress(`127.0.0.1:${stranger.port}`)).toMatchObject({ ok: true });
  });

  /** The fingerprint of who is at an address. */
  async function startThere(address: string): Promise<string> {
    const [base] = rootsOf(`https://${address}`);
    if (base === undefined) throw new Error('no address');
    const met = await exchange(
      { target: { base, pin: null }, method: 'GET', path: 'ScannerStatus', silenceMs: 2000 },
      readText,
    );
    return met.ok ? (met.value.fingerprint ?? '') : '';
  }
});

describe('addresses as officers type them', () => {
  it('an IP, a name, a port, a path, a scheme; HTTPS first', () => {
    const roots = (text: string) => rootsOf(text).map(({ href }) => href);
    expect(roots('192.168.1.50')).toEqual(['https://192.168.1.50/eSCL/', 'http://192.168.1.50/eSCL/']);
    expect(roots(' mayquet.local:8080 ')).toEqual([
      'https://mayquet.local:8080/eSCL/',
      'http://mayquet.local:8080/eSCL/',
    ]);
    expect(roots('http://10.0.0.9/eSCL')).toEqual(['http://10.0.0.9/eSCL/']);
    expect(roots('https://10.0.0.9:9096/scan/escl/?x=1#y')).toEqual(['https://10.0.0.9:9096/scan/escl/']);
    expect(roots('[fd00::7]')).toEqual(['https://[fd00::7]/eSCL/', 'http://[fd00::7]/eSCL/']);
    for (const bad of ['', '   ', 'file:///etc/passwd', 'ftp://x', 'a b', 'http://user:pin@10.0.0.9'])
      expect(roots(bad)).toEqual([]);
  });
});

describe('what the desk remembers of scanners', () => {
  it('begins anew where the file is damaged', async () => {
    const folder = newFolder();
    const path = join(folder, 'scanners.json');
    const memory = createEsclMemory(folder, path);
    await memory.change((kept) => ({ ...kept, addresses: ['10.0.0.9'] }));
    expect(await createEsclMemory(folder, path).read()).toEqual({ addresses: ['10.0.0.9'], pins: {} });
    writeFileSync(path, '{"addresses": 7');
    expect(await createEsclMemory(folder, path).read()).toEqual({ addresses: [], pins: {} });
  });
});

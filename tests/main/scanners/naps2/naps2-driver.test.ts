import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNaps2 } from '../../../../src/main/scanners/naps2/find-naps2.ts';
import { createNaps2Driver } from '../../../../src/main/scanners/naps2/naps2-driver.ts';
import { parseProfiles } from '../../../../src/main/scanners/naps2/naps2-profiles.ts';
import { describeDriver } from '../driver-contract.ts';
import { openFakeProgram } from '../fake-program.ts';
import { scanWith } from '../kept-pages.ts';

const PROFILES = `<?xml version="1.0" encoding="utf-8"?>
<ArrayOfScanProfile xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <ScanProfile><Version>5</Version><Device><ID>x</ID><Name>Canon DR-C230 TWAIN</Name></Device><DriverName>twain</DriverName><DisplayName>Máy quét quầy</DisplayName></ScanProfile>
</ArrayOfScanProfile>`;

/** Takes NAPS2's options and writes its files when all are through, as NAPS2 does. */
const open = () => {
  const fake = openFakeProgram(`
while [ $# -gt 0 ]; do case "$1" in --output) out="$2";; --source) source="$2";; esac; shift; done
echo 'Scanning…'
n=0; pages=()
while :; do
  [ "$source" = glass ] && [ $n = 1 ] && break
  stand_still $n
  [ "$source" = glass ] || feed || break
  n=$((n + 1)); pages+=("sheet $n")
done
i=0
for page in "\${pages[@]}"; do i=$((i + 1)); echo "$page" > "\${out//'$(nnnn)'/$(printf %04d $i)}"; done
[ $n -gt 0 ] || echo 'No scanned pages to export.'`);
  writeFileSync(join(fake.folder, 'profiles.xml'), PROFILES);
  const naps2 = {
    program: fake.program,
    words: ['console'],
    profileFiles: [join(fake.folder, 'profiles.xml')],
  };
  return { ...fake, driver: createNaps2Driver(async () => naps2), scannerId: 'Máy quét quầy' };
};

describeDriver('NAPS2 (a program with the same options)', async () => open(), { keepsBeforeFault: false });

describe('NAPS2', () => {
  it('is asked by its profile and the wishes of the scan', async () => {
    const fake = open();
    fake.load(2);
    await scanWith(fake.driver, {
      scannerId: fake.scannerId,
      source: 'feeder-duplex',
      size: 'card',
      dpi: 300,
    });
    expect(fake.asked()[0]).toMatch(
      /^console --output \S+\/\$\(nnnn\)\.jpg --jpegquality 92 --force --verbose --profile Máy quét quầy --source duplex --dpi 300 --bitdepth gray --pagesize 105x75mm$/,
    );
    await fake.close();
  });

  it('not installed: no scanners, no complaint; a scan says it', async () => {
    const driver = createNaps2Driver(async () => null);
    expect(await driver.list()).toEqual({ ok: true, value: [] });
    expect((await scanWith(driver)).fault).toBe('failed: scanner-missing-program');
  });

  it('is found where its installers put it', async () => {
    expect(await findNaps2('win32', { ProgramFiles: '/nowhere' })).toBe(null);
  });

  it('[SCN-3] a run that ends badly, by its exit code; half a file is not kept', async () => {
    const fake = open();
    const broken = openFakeProgram(`
while [ $# -gt 0 ]; do case "$1" in --output) out="$2";; esac; shift; done
for i in 1 2; do echo page > "\${out//'$(nnnn)'/000$i}"; done; kill -9 $$`);
    const files = [join(fake.folder, 'profiles.xml')];
    const driver = createNaps2Driver(async () => ({
      program: broken.program,
      words: [],
      profileFiles: files,
    }));
    expect(await scanWith(driver, { scannerId: fake.scannerId })).toMatchObject({
      fault: 'scanner-failed',
      pages: 1,
    });
    await fake.close();
    await broken.close();
  });

  it('profiles of a file that is none', () => {
    expect(parseProfiles(PROFILES)).toEqual(['Máy quét quầy']);
    for (const text of ['', '<a/>', 'not xml at all <', '<ArrayOfScanProfile/>'])
      expect(parseProfiles(text)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWiaDriver } from '../../../../src/main/scanners/wia/wia-driver.ts';
import { parseWiaLine, wiaFault, wiaScanner } from '../../../../src/main/scanners/wia/wia-lines.ts';
import { describeDriver } from '../driver-contract.ts';
import { openFakeProgram } from '../fake-program.ts';
import { scanWith } from '../kept-pages.ts';

const SCRIPT = readFileSync(
  new URL('../../../../src/main/scanners/wia/scan-wia.ps1', import.meta.url),
  'utf8',
);
const DEVICE = '{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0001';

/** Speaks the lines that scan-wia.ps1 writes; PowerShell itself and Windows are not here. */
const open = (fault = '0x80210003') =>
  openFakeProgram(`
script="$6"; [ -s "$script" ] || exit 3
[ "$7" = -List ] && {
  echo 'WARNING: a driver that chatters'
  echo '{"type":"device","id":"${DEVICE.replace('\\', '\\\\')}","name":"Canon DR-C230","able":7,"dpi":[150,200,300,600],"widthMm":215.9,"heightMm":297}'
  echo '{"type":"done"}'; exit 0
}
while [ $# -gt 0 ]; do case "$1" in -Folder) folder="$2";; -Source) source="$2";; esac; shift; done
n=0
while :; do
  [ "$source" = flatbed ] && [ $n = 1 ] && break
  stand_still $n
  [ "$source" = flatbed ] || feed || { [ $n = 0 ] && { echo '{"type":"fault","hresult":"${fault}","pages":0}'; exit 1; }; break; }
  n=$((n + 1)); file=$(printf 'page-%04d.tiff' $n)
  echo "sheet $n of $(date +%N)" > "$folder/$file.part"; mv "$folder/$file.part" "$folder/$file"
  echo "{\\"type\\":\\"page\\",\\"file\\":\\"$file\\"}"
done
echo '{"type":"done"}'`);

const driverOf = (program: string, script = SCRIPT) =>
  createWiaDriver({ script, program, pageTimeoutMs: 30_000, askTimeoutMs: 5000 });

describeDriver('WIA (a program with the same lines)', async () => {
  const fake = open();
  return { driver: driverOf(fake.program), scannerId: DEVICE, ...fake };
});

describe('WIA', () => {
  it('is asked in plain words: source, colour, dpi, millimetres; never by a shell', async () => {
    const fake = open();
    fake.load(1);
    await scanWith(driverOf(fake.program), {
      scannerId: DEVICE,
      source: 'feeder-duplex',
      colour: 'colour',
      dpi: 300,
      size: 'a5',
    });
    expect(fake.asked().at(-1)).toMatch(
      /^-NoProfile -NonInteractive -ExecutionPolicy Bypass -File \S+scan-wia\.ps1 -Device \S+0001 -Source feeder-duplex -Colour colour -Dpi 300 -WidthMm 148 -HeightMm 210 -Folder \S+$/,
    );
    await fake.close();
  });

  it('[SCN-3] names faults by their HRESULT', () => {
    expect(
      ['0x80210002', '0x80210003', '0x80210006', '0x80210016', '0x80210005', '0x80070005', '0x8000FFFF'].map(
        wiaFault,
      ),
    ).toEqual([
      'scanner-jammed',
      'scanner-empty',
      'scanner-busy',
      'scanner-cover-open',
      'scanner-gone',
      'scanner-access-denied',
      'scanner-failed',
    ]);
  });

  it('[SCN-1] no PowerShell, a script that dies without a word, one that says nothing', async () => {
    expect(await driverOf('/nowhere/powershell.exe').list()).toMatchObject({
      failure: { code: 'scanner-missing-program' },
    });
    const silent = openFakeProgram('exit 1');
    expect(await driverOf(silent.program).list()).toMatchObject({ failure: { code: 'scanner-failed' } });
    await silent.close();
    const hung = openFakeProgram('sleep 60');
    const driver = createWiaDriver({ script: SCRIPT, program: hung.program, askTimeoutMs: 300 });
    expect(await driver.list()).toMatchObject({ failure: { code: 'scanner-hung' } });
    await hung.close();
  });

  it('offers what the driver says it has', () => {
    const line = parseWiaLine(
      '{"type":"device","id":"x","name":"Flat","able":2,"dpi":[],"least":75,"most":1200,"widthMm":0,"heightMm":0}',
    );
    expect(line?.type === 'device' ? wiaScanner(line) : null).toMatchObject({
      sources: ['flatbed'],
      dpi: [200, 300],
      sizes: ['a4', 'a5', 'letter', 'card'],
    });
    expect(parseWiaLine('{"type":"page"}')).toBe(null);
    expect(parseWiaLine('Transferring…')).toBe(null);
  });

  it('its script says only lines that are understood, and names every property it sets', () => {
    const said = [...SCRIPT.matchAll(/Say @\{ type = '([a-z]+)'/g)].map(([, type]) => type);
    expect(new Set(said)).toEqual(new Set(['page', 'fault', 'done']));
    for (const id of ['3088', '3096', '6146', '6147', '6148', '6151', '6152']) expect(SCRIPT).toContain(id);
    expect(SCRIPT).not.toMatch(/CommonDialog|ShowAcquire|ShowTransfer/);
  });
});

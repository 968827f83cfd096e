import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngineChoice } from '../../../src/main/native-reading/engine-choice.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-choice-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Parts = Parameters<typeof createEngineChoice>[0];
const choice = (changed: Partial<Parts> = {}) =>
  createEngineChoice({
    file: join(folder, 'choice.json'),
    forced: null,
    native: async () => '5.3.0',
    window: async () => 'seven',
    cores: 4,
    tell: () => undefined,
    ...changed,
  });
const nativeWins = { pages: 2, tesseractJsMs: 2000, nativeMs: 1500 };

describe('which engine reads', () => {
  it('[NR-8] the window’s own where the PC has none', async () => {
    const none = choice({ native: async () => null });
    expect(await none.current()).toEqual({ native: null, use: 'tesseract-js' });
    expect(await none.compared(nativeWins)).toEqual({ native: null, use: 'tesseract-js' });
  });

  it('[NR-8] both are compared first, and the quicker one is kept', async () => {
    expect(await choice().current()).toEqual({ native: '5.3.0', use: 'compare' });
    expect(await choice().compared(nativeWins)).toMatchObject({ use: 'native-tesseract' });
    expect(await choice().current()).toMatchObject({ use: 'native-tesseract' });
    expect(await choice().compared({ ...nativeWins, nativeMs: 2000 })).toMatchObject({ use: 'tesseract-js' });
    expect(await choice().current()).toMatchObject({ use: 'tesseract-js' });
  });

  it.each([
    ['program', { native: async () => '5.5.0' }],
    ['app', { window: async () => 'eight' }],
    ['processor', { cores: 8 }],
  ])('[NR-8] another %s: compared again', async (_, changed) => {
    await choice().compared(nativeWins);
    expect(await choice(changed).current()).toMatchObject({ use: 'compare' });
  });

  it('[NR-8] a damaged file is no choice, and a file that cannot be written holds until the end', async () => {
    await writeFile(join(folder, 'choice.json'), '{"use":"native-tesseract"');
    expect(await choice().current()).toMatchObject({ use: 'compare' });
    const unkept = choice({ file: join(folder, 'no', 'folder.json') });
    expect(await unkept.compared(nativeWins)).toMatchObject({ use: 'native-tesseract' });
    expect(await unkept.current()).toMatchObject({ use: 'native-tesseract' });
  });

  it('[NR-9] one that is forced is used whatever was measured; the PC’s only where it is there', async () => {
    await choice().compared(nativeWins);
    expect(await choice({ forced: 'tesseract-js' }).current()).toMatchObject({ use: 'tesseract-js' });
    const native = { forced: 'native-tesseract' } as const;
    expect(await choice(native).current()).toMatchObject({ use: 'native-tesseract' });
    expect(await choice({ ...native, native: async () => null }).current()).toMatchObject({
      use: 'tesseract-js',
    });
  });

  it('[NR-5] a program that failed is not used until the next start', async () => {
    const now = choice();
    await now.compared(nativeWins);
    now.giveUpNative();
    expect(await now.current()).toEqual({ native: null, use: 'tesseract-js' });
    expect(await choice().current()).toMatchObject({ use: 'native-tesseract' });
  });
});

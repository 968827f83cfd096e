import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/base/result.ts';
import { aDesk, aFolder, aMemory, waits, watching } from './a-hot-folder.ts';

describe('the folder', () => {
  it('[HF-8] that goes is said to be gone, and watched again when it is back', async () => {
    const dir = join(aFolder(), 'usb');
    mkdirSync(dir);
    writeFileSync(join(dir, 'one.jpg'), 'one');
    const desk = await watching(dir);
    await waits(desk, ['one.jpg']);
    renameSync(dir, `${dir}-pulled`);
    await expect.poll(() => desk.status()).toMatchObject({ state: 'missing', waiting: [] });
    expect(await desk.take('one.jpg')).toMatchObject({ failure: { code: 'hot-folder-file-gone' } });
    renameSync(`${dir}-pulled`, dir);
    await expect.poll(() => desk.status().state).toBe('watched');
    await waits(desk, ['one.jpg']);
    writeFileSync(join(dir, 'two.jpg'), 'two');
    await waits(desk, ['one.jpg', 'two.jpg']);
  });

  it('[HF-8] pulled while a file is taken: the file waits again when it is back', async () => {
    const dir = join(aFolder(), 'usb');
    mkdirSync(dir);
    writeFileSync(join(dir, 'one.jpg'), 'one');
    let pulled = false;
    const desk = await watching(dir, aMemory(), {
      importFile: async (name, bytes) => {
        if (!pulled) renameSync(dir, `${dir}-pulled`);
        pulled = true;
        return fail('disk-full', 'officer-decides', { name, bytes: bytes.length });
      },
    });
    await waits(desk, ['one.jpg']);
    expect((await desk.take('one.jpg')).ok).toBe(false);
    await expect.poll(() => desk.status().state).toBe('missing');
    rmSync(dir, { recursive: true, force: true });
    renameSync(`${dir}-pulled`, dir);
    await waits(desk, ['one.jpg']);
  });

  it('is remembered, and can be given up', async () => {
    const [dir, memory] = [aFolder(), aMemory()];
    await (await watching(dir, memory)).close();
    const again = await aDesk(memory);
    expect(again.status()).toMatchObject({ folder: dir, polling: false });
    expect((await again.choose(null, false)).ok).toBe(true);
    expect((await aDesk(memory)).status()).toEqual({
      folder: null,
      polling: false,
      state: 'none',
      waiting: [],
    });
  });

  it('must be there', async () => {
    const desk = await aDesk(aMemory());
    for (const folder of ['/nowhere/at/all', 'relative', join(aFolder(), 'no')])
      expect(await desk.choose(folder, false)).toMatchObject({ failure: { code: 'hot-folder-missing' } });
    expect(desk.status().state).toBe('none');
  });
});

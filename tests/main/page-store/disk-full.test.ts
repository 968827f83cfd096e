import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnSmallDisk } from '../disk/small-disk.ts';

it('[PS-10] a full disk refuses the page and the value, leaves nothing of them, and harms nothing that was there', async () => {
  expect(await runOnSmallDisk(join(import.meta.dirname, 'fill-disk-with-pages.ts'), 1024)).toEqual({
    tooMuch: 'disk-full',
    left: 0,
    stillFits: 'ok',
    firstIs: 'ok',
    valueTooLarge: 'disk-full',
    value: 'old',
    filesLeft: ['session.sealed'],
    freeIsTold: true,
  });
});

import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createShownPages } from '../../../src/main/bridge/shown-pages.ts';
import { openPageStore } from '../../../src/main/page-store/page-store.ts';
import { aFolder } from './a-profile.ts';

it('[PGM-15] the first page of a stack is prepared for reading before anybody asks for it, and once only', async () => {
  const opened = await openPageStore({ dir: aFolder(), key: randomBytes(32) });
  if (!opened.ok) throw new Error(opened.failure.code);
  const read: string[] = [];
  const store: typeof opened.value = {
    ...opened.value,
    readAll: (sha256) => {
      read.push(sha256);
      return opened.value.readAll(sha256);
    },
  };
  const shown = createShownPages(() => store);
  const page = await sharp({ create: { width: 400, height: 566, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const facts = { mediaType: 'image/png', width: 400, height: 566, dpi: null } as const;
  const stored = await shown.putPage(page, facts);
  if (!stored.ok) throw new Error(stored.failure.code);
  await expect.poll(() => read, { timeout: 60_000 }).toEqual([stored.value.sha256]);
  expect(await shown.reading(stored.value.sha256, { rotation: 0 })).toMatchObject({ blank: true });
  expect(read).toEqual([stored.value.sha256]);
}, 120_000);

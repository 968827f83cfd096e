import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../support/counter.ts';
import { fixturePage, officer, openPracticeBranch, type PracticeBranch } from './practice-branch.ts';

const READ_MS = 120_000;
/** Paper under a lamp; the drawn table is far darker. */
const PAPER_FROM = 170;

let branch: PracticeBranch;
let page: Page;
beforeAll(async () => {
  branch = await openPracticeBranch();
  // Chromium takes films by their name's end: a link makes a film of one picture out of a JPEG.
  const film = join(branch.root, 'paper.mjpeg');
  await symlink(fixturePage('decision-on-a-table.jpg'), film);
  // The question for the camera is answered by the desk's own rule, not by Chromium.
  const desk = await branch.open({
    env: {
      STANDIN_CHROMIUM_ARGS: [
        process.env.STANDIN_CHROMIUM_ARGS ?? '',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ].join(' '),
    },
  });
  page = desk.page;
  await signIn(page, ...officer);
  await page.keyboard.press('F2');
  await page.getByLabel('Tìm thủ tục').fill('1.004194');
  await page.keyboard.press('Enter');
  await page.locator('section.paper button.paper-head').first().click();
});
afterAll(() => branch?.close());

it('F6, Space: a sheet on the table becomes an upright page without the table around it', async () => {
  await page.keyboard.press('F6');
  const dialog = page.getByRole('dialog', { name: /^Chụp giấy tờ vào/ });
  await dialog.waitFor();
  await expect
    .poll(() => dialog.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth), {
      timeout: 30_000,
    })
    .toBeGreaterThan(1000);
  await expect.poll(() => dialog.getByText('Đang mở máy chụp…').count()).toBe(0);
  await page.keyboard.press('Space');
  await dialog.getByText('Đã chụp 1 trang').waitFor({ timeout: READ_MS });
  await dialog.locator('.camera-page img').waitFor();
  expect(await dialog.getByText(/^Không thấy rõ bốn mép giấy/).count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  const shown = page.locator('.viewer-sheet img');
  await shown.waitFor();
  const upright = await page.evaluate(
    async (url) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    (await shown.getAttribute('src')) ?? '',
  );
  const { data, info } = await sharp(Buffer.from(upright, 'base64'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Upright; this sheet is drawn foreshortened, and nothing in the picture tells by how much.
  expect(info.height / info.width).toBeGreaterThan(1.38);
  expect(info.height / info.width).toBeLessThan(1.45);
  const grey = (x: number, y: number): number =>
    data[
      (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels
    ] ?? 0;
  const along = Array.from({ length: 40 }, (_, at) => (at + 0.5) / 40);
  const rim = along.flatMap((at) => [grey(at, 0.01), grey(at, 0.99), grey(0.01, at), grey(0.99, at)]);
  const table = rim.filter((level) => level < PAPER_FROM).length;
  expect(table).toBeLessThanOrEqual(rim.length * 0.02);
});

it('its text is read; what was read stays a proposal until an officer takes it over', async () => {
  await page.locator('.thumb[aria-label*="đang đọc chữ"]').waitFor({ state: 'detached', timeout: READ_MS });
  await page.getByRole('button', { name: 'Hiện ô chữ' }).click();
  const words = await page
    .locator('.viewer-word')
    .evaluateAll((all) => all.map((each) => each.getAttribute('title')));
  expect(words.join(' ').normalize('NFC')).toContain('QUYẾT ĐỊNH');
  const rows = page.locator('.read-field');
  expect(
    await rows.and(page.locator('[data-state="proposed"], [data-state="doubtful"]')).count(),
  ).toBeGreaterThan(0);
  expect(await rows.and(page.locator('[data-state="accepted"]')).count()).toBe(0);
});

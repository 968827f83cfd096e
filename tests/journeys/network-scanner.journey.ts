import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../support/counter.ts';
import { pagePictures } from '../support/escl/pictures.ts';
import { type EsclServer, startEsclServer } from '../support/escl-server.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { processesOf } from '../support/process-tree.ts';
import { officer, openPracticeBranch, type PracticeBranch } from './practice-branch.ts';

let branch: PracticeBranch;
let desk: OpenDesk;
let scanner: EsclServer;
beforeAll(async () => {
  branch = await openPracticeBranch();
  const stack = await pagePictures(6);
  scanner = await startEsclServer({ name: 'Practice MFP', stack });
  // no scanner on a cable
  const sane = join(branch.root, 'sane');
  await mkdir(sane);
  await writeFile(join(sane, 'dll.conf'), '');
  desk = await branch.open({ env: { SANE_CONFIG_DIR: sane } });
  await signIn(desk.page, ...officer);
  await desk.page.keyboard.press('F2');
  await desk.page.getByLabel('Tìm thủ tục').fill('1.004194');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('section.paper button.paper-head').first().click();
});
afterAll(async () => {
  await scanner?.close();
  await branch?.close();
});

const thumbs = (page: Page) => page.locator('.thumb');

it('a scanner of the network is added by its address, by keyboard alone', async () => {
  const { page } = desk;
  await page.keyboard.press('Shift+F7');
  await page.getByRole('button', { name: 'Thêm máy quét mạng theo địa chỉ' }).press('Enter');
  await page.keyboard.type('127.0.0.1:1');
  await page.keyboard.press('Enter');
  await page.getByText(/^Không thấy máy quét ở 127\.0\.0\.1:1\./).waitFor();
  await page.getByLabel('Địa chỉ máy quét (IP hoặc tên)').fill(`127.0.0.1:${scanner.port}`);
  await page.keyboard.press('Enter');
  await page.getByText(`Địa chỉ đã thêm: 127.0.0.1:${scanner.port}`).waitFor();
  await page.getByText('Qua mạng, đường truyền không mã hóa: chỉ dùng trong mạng nội bộ.').waitFor();
  await page.getByRole('button', { name: 'Hồ sơ A4 hai mặt' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.getByText('Khay, 2 mặt · A4 · 200 dpi · Màu · Practice MFP').waitFor();
});

it('[SCN-9] its process killed in the middle: pages stay, the desk says from which sheet to go on, F7 goes on', async () => {
  const { page } = desk;
  scanner.faults = { hangAt: 4 };
  await page.keyboard.press('F7');
  await expect.poll(() => thumbs(page).count(), { timeout: 30_000 }).toBe(3);
  const program = processesOf(branch.root).find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('escl-program.js'),
  );
  if (program === undefined) throw new Error('network scanners have no process of their own');
  process.kill(program, 'SIGKILL');
  await page.getByText(/^Chương trình quét bị dừng đột ngột/).waitFor();
  // Two sheets, and the front of the third: its sheet goes through again, and its front is not taken twice.
  await page.getByText(/^Đã giữ 1 tờ và mặt trước tờ 2\./).waitFor();
  scanner.faults = {};
  // what the officer puts back: sheet 2 with both sides, and the rest
  scanner.stack = (await pagePictures(6)).slice(2);
  await page.keyboard.press('F7');
  await expect.poll(() => thumbs(page).count(), { timeout: 30_000 }).toBe(6);
  await page.getByText(/^Đang quét/).waitFor({ state: 'detached' });
  expect(await page.getByText(/^Đã giữ/).count()).toBe(0);
  // the second part did not go elsewhere, and the app lived through it
  expect(await page.locator('section.paper').first().locator('.thumb').count()).toBe(6);
});

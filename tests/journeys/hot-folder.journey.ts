import { existsSync, readFileSync } from 'node:fs';
import { appendFile, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Instant } from '../../src/shared/base/dates.ts';
import { hanoiDate } from '../../src/shared/base/hanoi-time.ts';
import { signIn } from '../support/counter.ts';
import { filesBelow } from '../support/files-below.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { cutPower, processesOf } from '../support/process-tree.ts';
import { askDesk, fixturePage, officer, openPracticeBranch, type PracticeBranch } from './practice-branch.ts';

const WAIT_MS = 60_000;

let branch: PracticeBranch;
let desk: OpenDesk;
let folder: string;
beforeAll(async () => {
  branch = await openPracticeBranch();
  folder = join(branch.root, 'Quét tại quầy');
  await mkdir(folder);
  desk = await branch.open();
  await signIn(desk.page, ...officer);
  await desk.page.keyboard.press('F2');
  await desk.page.getByLabel('Tìm thủ tục').fill('1.004194');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.procedure-chosen').waitFor();
});
afterAll(() => branch?.close());

const looseThumbs = (page: Page) => page.locator('section.tray .thumb');
const saysWaiting = (page: Page, n: number) =>
  page.getByText(`Thư mục quét: ${n} tệp đang chờ.`).waitFor({ timeout: WAIT_MS });
const nothingWaits = (page: Page) =>
  page.getByText(/^Thư mục quét: \d+ tệp/).waitFor({ state: 'detached', timeout: WAIT_MS });

/** Every file below the folder, as an officer would find it. */
const filesIn = (): readonly string[] => filesBelow(folder);
const received = (name: string): string =>
  `Đã nhận/${hanoiDate(Instant.parse(new Date().toISOString()))}/${name}`;

/** Files that the pages of all drafts came from: what the desk really has, each page once. */
async function origins(page: Page): Promise<readonly string[]> {
  const kept = await askDesk(page, 'draft:list', {});
  if (!kept.ok) throw new Error(kept.failure.code);
  return kept.value.drafts
    .flatMap(({ loosePages, papers }) => [...loosePages, ...papers.flatMap(({ pages }) => pages)])
    .map(({ origin }) => origin)
    .sort();
}

/** What a process has worked so far, in hundredths of a second; 0 when it is gone. */
function cpuTicks(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return 0;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return user + system;
}

/** A page that no other is like, so that the desk cannot take two for one. */
async function aScan(grey: number): Promise<Buffer> {
  const page = sharp(fixturePage('vn05_tt66-2023_p03.png')).resize(900);
  return page
    .composite([
      {
        input: { create: { width: 40, height: 20, channels: 3, background: { r: grey, g: grey, b: grey } } },
        left: 5,
        top: 5,
      },
    ])
    .jpeg()
    .toBuffer();
}

async function reopen(): Promise<void> {
  await cutPower(branch.root);
  desk = await branch.open();
  const { page } = desk;
  await signIn(page, ...officer);
  await page
    .getByText(/^Soạn tiếp/)
    .first()
    .click();
  await page.locator('.procedure-chosen').waitFor();
}

it('a folder is chosen by its path, and one that is none is refused in words', async () => {
  const { page } = desk;
  await page.keyboard.press('Shift+F7');
  const field = page.getByLabel('Thư mục quét');
  await field.fill(`${folder} không có`);
  await field.press('Enter');
  await page
    .getByText('Không mở được thư mục quét. Kiểm tra đường dẫn, mạng hoặc USB rồi thử lại.')
    .waitFor();
  await field.fill(folder);
  await field.press('Enter');
  await page.getByLabel('Thư mục mạng: tự dò tệp mới').waitFor();
  await page.keyboard.press('Escape');
});

it('[HF-1] [HF-2] files of another program wait until they are whole, and until F9', async () => {
  const { page } = desk;
  const whole = await aScan(10);
  const path = join(folder, 'máy quét 1.jpg');
  await writeFile(path, whole.subarray(0, whole.length / 2));
  await copyFile(fixturePage('vn05_tt66-2023_p03.png'), join(folder, 'máy quét 2.png.part'));
  await writeFile(
    join(folder, 'hỏng.jpg'),
    (await readFile(fixturePage('id3_skew_front.jpg'))).subarray(0, 20_000),
  );
  // goes on writing, with pauses as between two sheets: the broken file comes to rest meanwhile
  for (let part = 0; part < 4; part += 1) {
    await page.waitForTimeout(1000);
    const from = Math.floor(whole.length * (0.5 + part / 8));
    await appendFile(path, whole.subarray(from, Math.floor(whole.length * (0.5 + (part + 1) / 8))));
  }
  await saysWaiting(page, 1);
  await rename(join(folder, 'máy quét 2.png.part'), join(folder, 'máy quét 2.png'));
  await saysWaiting(page, 3);
  expect(await looseThumbs(page).count()).toBe(0);
});

it('[HF-4] [HF-5] F9 takes them as loose pages; a broken one is told and set aside with its sentence', async () => {
  const { page } = desk;
  await page.keyboard.press('F9');
  await looseThumbs(page).nth(1).waitFor({ timeout: WAIT_MS });
  const fault = page.locator('.faults [role=alert]').filter({ hasText: 'hỏng.jpg' });
  await fault.waitFor({ timeout: WAIT_MS });
  const sentence = 'Tệp bị cắt ngang, thiếu phần cuối. Chép lại từ nguồn hoặc quét giấy.';
  expect(await fault.textContent()).toContain(sentence);
  await nothingWaits(page);
  await expect
    .poll(filesIn, { timeout: WAIT_MS })
    .toEqual(
      [
        'Không nhận được/hỏng.jpg',
        'Không nhận được/hỏng.jpg.txt',
        received('máy quét 1.jpg'),
        received('máy quét 2.png'),
      ].sort(),
    );
  expect(await readFile(join(folder, 'Không nhận được/hỏng.jpg.txt'), 'utf8')).toContain(sentence);
  expect(await origins(page)).toEqual(['máy quét 1.jpg', 'máy quét 2.png']);
});

it('[PGI-11] the process that opens files is killed over one: that file is refused by name, the next is taken', async () => {
  const { page } = desk;
  // 80 megapixels without two rows alike: long enough in the making
  const side = 9000;
  const noise = Buffer.alloc(side * side);
  for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2654435761) >>> 27;
  await sharp(noise, { raw: { width: side, height: side, channels: 1 } })
    .tiff({ compression: 'lzw' })
    .toFile(join(branch.root, 'to.tif'));
  await rename(join(branch.root, 'to.tif'), join(folder, 'a to.tif'));
  await writeFile(join(folder, 'b sau.jpg'), await aScan(60));
  await saysWaiting(page, 2);
  const programs = () =>
    processesOf(branch.root).filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import-program'),
    );
  const ticksBefore = new Map(programs().map((pid) => [pid, cpuTicks(pid)]));
  await page.keyboard.press('F9');
  // Taken from the folder is not yet handed to the program: it has the file when it works.
  const atWork = () => programs().find((pid) => cpuTicks(pid) - (ticksBefore.get(pid) ?? 0) >= 25);
  await expect.poll(atWork, { timeout: WAIT_MS, interval: 20 }).toBeDefined();
  const program = atWork();
  if (program === undefined) throw new Error('files are opened in no process of their own');
  process.kill(program, 'SIGKILL');
  const fault = page.locator('.faults [role=alert]').filter({ hasText: 'a to.tif' });
  await fault.waitFor({ timeout: WAIT_MS });
  expect(await fault.textContent()).toContain('Tệp này làm hỏng chương trình mở tệp nên không nhận.');
  await looseThumbs(page).nth(2).waitFor({ timeout: WAIT_MS });
  await expect
    .poll(filesIn, { timeout: WAIT_MS })
    .toEqual(expect.arrayContaining([received('b sau.jpg'), 'Không nhận được/a to.tif']));
  expect(processesOf(branch.root)).not.toContain(program);
});

it('[HF-6] power cut after the pages are stored and before a draft has them: the file waits again and comes once', async () => {
  await writeFile(join(folder, 'c.jpg'), await aScan(90));
  await saysWaiting(desk.page, 1);
  // main takes the file; the window dies before it does anything with the pages
  expect(await askDesk(desk.page, 'hot-folder:take', { name: 'c.jpg' })).toMatchObject({
    ok: true,
    value: { fault: null },
  });
  expect(existsSync(join(folder, 'c.jpg'))).toBe(false);
  await reopen();
  const { page } = desk;
  await saysWaiting(page, 1);
  expect(await looseThumbs(page).count()).toBe(3);
  await page.keyboard.press('F9');
  await looseThumbs(page).nth(3).waitFor({ timeout: WAIT_MS });
  await expect.poll(filesIn, { timeout: WAIT_MS }).toContain(received('c.jpg'));
});

it.each([0, 1, 2])(
  '[HF-6] power cut while files come in, %i pages after F9: nothing is lost, nothing comes twice',
  async (pages) => {
    const names = [1, 2, 3].map((n) => `cắt ${pages}-${n}.jpg`);
    for (const [at, name] of names.entries())
      await writeFile(join(folder, name), await aScan(100 + pages * 30 + at * 5));
    await saysWaiting(desk.page, 3);
    const before = await looseThumbs(desk.page).count();
    await desk.page.keyboard.press('F9');
    if (pages > 0)
      await looseThumbs(desk.page)
        .nth(before + pages - 1)
        .waitFor({ timeout: WAIT_MS });
    await reopen();
    const { page } = desk;
    // what an earlier run held in its hands is settled once the folder is watched again
    await expect
      .poll(() => filesIn().filter((name) => name.startsWith('Đang nhận')), {
        timeout: WAIT_MS,
      })
      .toEqual([]);
    const left = filesIn().filter((name) => names.includes(name)).length;
    if (left > 0) {
      await saysWaiting(page, left);
      await page.keyboard.press('F9');
    }
    await expect.poll(filesIn, { timeout: WAIT_MS }).toEqual(expect.arrayContaining(names.map(received)));
    expect(await looseThumbs(page).count()).toBe(before + 3);
    expect((await origins(page)).filter((origin) => origin.startsWith(`cắt ${pages}`))).toEqual(names);
  },
);

it('[HF-8] a folder that is taken away is said to be gone, and what it brings back waits', async () => {
  const { page } = desk;
  await rename(folder, `${folder} (rút)`);
  await page.getByText(/^Không mở được thư mục quét .*Quét tại quầy/).waitFor({ timeout: WAIT_MS });
  await writeFile(join(`${folder} (rút)`, 'về.jpg'), await aScan(250));
  await rename(`${folder} (rút)`, folder);
  await saysWaiting(page, 1);
  await page.keyboard.press('F9');
  await expect.poll(filesIn, { timeout: WAIT_MS }).toContain(received('về.jpg'));
  expect((await origins(page)).filter((origin) => origin === 'về.jpg')).toHaveLength(1);
});

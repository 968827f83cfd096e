import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readJournal } from '../demo/count-truth.ts';
import { finishIntake, receive, signIn, startIntake } from '../support/counter.ts';
import { type EsclServer, startEsclServer } from '../support/escl-server.ts';
import { drawPaperStack, type PaperStack } from '../support/paper-stack.ts';
import { openDossier } from '../support/sign-off-inbox.ts';
import {
  acceptAllFields,
  addNetworkScanner,
  flawed,
  paperRow,
  scanAgain,
  scanStack,
  thumbs,
  tray,
} from '../support/stack-counter.ts';
import { nextDossier, officer, openPracticeBranch, type PracticeBranch } from './practice-branch.ts';

const READ_MS = 120_000;

let branch: PracticeBranch;
let page: Page;
let scanner: EsclServer;
let stack: PaperStack;
let dialogs: string;
let code: string;
beforeAll(async () => {
  branch = await openPracticeBranch();
  stack = await drawPaperStack({ wrongYear: true });
  const { declaration, blank, separator, movedBirthNotice, powerOfAttorney } = stack;
  scanner = await startEsclServer({
    stack: [declaration.picture, blank, separator, movedBirthNotice, powerOfAttorney.picture],
  });
  // no scanner on a cable
  const sane = join(branch.root, 'sane');
  await mkdir(sane);
  await writeFile(join(sane, 'dll.conf'), '');
  dialogs = join(branch.root, 'dialogs.json');
  const desk = await branch.open({ env: { SANE_CONFIG_DIR: sane, STANDIN_DIALOGS_FILE: dialogs } });
  page = desk.page;
  await signIn(page, ...officer);
  await startIntake(page, '1.001193');
});
afterAll(async () => {
  await scanner?.close();
  await branch?.close();
});

const paper = (name: string): Locator => paperRow(page, name);
const pagesOf = (within: Locator) =>
  thumbs(within).evaluateAll((all) => all.map((each) => each.getAttribute('data-page')));

it('a whole stack from the network scanner waits in the tray; blank sheet and separator step aside and are counted', async () => {
  await addNetworkScanner(page, scanner);
  await page.keyboard.press('Escape');
  await scanStack(page, scanner, { seen: 3, hidden: 2 });
  await tray(page)
    .getByRole('button', { name: /^2 trang đã ẩn/ })
    .click();
  expect(await tray(page).locator('.thumb[data-hidden="blank"]').count()).toBe(1);
  expect(await tray(page).locator('.thumb[data-hidden="separator"]').count()).toBe(1);
  await tray(page)
    .getByRole('button', { name: /^2 trang đã ẩn/ })
    .click();
});

it('the blurred page is said at once and marked; scanned again, the sharp one takes its place', async () => {
  const blurred = flawed(tray(page));
  expect(await blurred.count()).toBe(1);
  await blurred.click();
  await page.getByText('Ảnh mờ chỗ đánh dấu. Quét lại trang này khi người dân còn ở đây.').waitFor();
  await page.locator('.viewer-sheet .viewer-box-look').first().waitFor();
  const before = await pagesOf(tray(page));
  const at = await blurred.evaluate((each) => each.getAttribute('data-page'));
  await scanAgain(page, scanner, stack.birthNotice.picture);
  const after = await pagesOf(tray(page));
  expect(after).toHaveLength(before.length);
  expect(before.map((each, index) => each === after[index] || each === at)).not.toContain(false);
  expect(after).not.toContain(at);
});

it('the desk says where each page belongs; Alt S puts it there, with what is hidden; Ctrl Z takes it back', async () => {
  const proposal = page.locator('section.sorting');
  expect(await proposal.locator('li').allTextContents()).toEqual([
    expect.stringMatching(/^Tờ khai đăng ký khai sinh.*1 trang$/),
    expect.stringMatching(/^Giấy chứng sinh1 trang$/),
    expect.stringMatching(/^Văn bản ủy quyền.*1 trang$/),
  ]);
  await page.keyboard.press('Alt+s');
  await proposal.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await proposal.waitFor();
  expect(await thumbs(tray(page)).count()).toBe(3);
  await page.keyboard.press('Alt+s');
  for (const name of ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh', 'Văn bản ủy quyền'])
    await expect.poll(() => thumbs(paper(name)).count()).toBe(1);
  await paper('Tờ khai đăng ký khai sinh')
    .getByText(/^1 trang đã ẩn/)
    .waitFor();
  // The separator is the office's own and belongs to no paper.
  expect(
    await tray(page)
      .getByText(/^1 trang đã ẩn/)
      .count(),
  ).toBe(1);
});

it('each change of a page is taken back by Ctrl Z', async () => {
  const notice = paper('Giấy chứng sinh');
  const thumb = thumbs(notice).first();
  const press = async (key: string) => {
    await thumb.focus();
    await page.keyboard.press(key);
  };
  const undo = () => page.keyboard.press('Control+z');
  await thumb.click();
  await press('r');
  await expect.poll(() => thumb.getAttribute('data-rotation')).toBe('90');
  await undo();
  await expect.poll(() => thumb.getAttribute('data-rotation')).toBe('0');

  await press('h');
  await expect.poll(() => thumb.getAttribute('data-hidden')).toBe('by-officer');
  await undo();
  await expect.poll(() => thumb.getAttribute('data-hidden')).toBe(null);

  const shown = () => page.locator('.viewer-sheet img').getAttribute('src');
  const whole = await shown();
  await press('c');
  await page.locator('.cut-editor').waitFor();
  const corner = page.getByRole('button', { name: 'Góc 1' });
  await corner.focus();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: /^Cắt theo bốn góc/ }).click();
  await expect.poll(shown).not.toBe(whole);
  await undo();
  await expect.poll(shown).toBe(whole);

  await press('m');
  await page.getByRole('menuitem', { name: /^Văn bản chứng minh mang thai hộ/ }).click();
  await expect.poll(() => thumbs(notice).count()).toBe(0);
  await undo();
  await expect.poll(() => thumbs(notice).count()).toBe(1);

  await thumb.click();
  await press('Delete');
  await expect.poll(() => thumbs(notice).count()).toBe(0);
  await undo();
  await expect.poll(() => thumbs(notice).count()).toBe(1);
});

it('fields of the recognised kind stand beside their picture and are accepted by keyboard; what contradicts itself only by Alt Enter', async () => {
  await thumbs(paper('Tờ khai đăng ký khai sinh')).first().click();
  const row = (state: string) => page.locator(`.read-field[data-state="${state}"]`);
  await row('contradicted').first().waitFor({ timeout: READ_MS });
  expect(await page.getByRole('combobox', { name: 'Loại giấy' }).inputValue()).toBe('tờ khai, đơn');
  const { fields } = stack.declaration;
  for (const name of ['person-name', 'personal-id', 'phone', 'request', 'document-title'] as const)
    expect(await page.locator(`[data-field="${name}"] input`).inputValue()).toBe(fields[name]);
  expect(await page.locator('.read-field:not([data-state="not-read"]) .crop').count()).toBe(9);
  await page
    .getByText(/^Số định danh \d{12} không khớp năm sinh/)
    .first()
    .waitFor();

  const seen = await acceptAllFields(page);
  // Those that need eyes come before those that only wait.
  expect(seen.lastIndexOf('contradicted')).toBeLessThan(seen.indexOf('proposed'));
  expect(seen.filter((state) => state === 'contradicted')).toHaveLength(2);
  expect(seen.lastIndexOf('doubtful')).toBeLessThan(seen.indexOf('proposed'));
});

it('as many pictures are kept as pages were handed in, the blank one too, but not the separator of the office (TT 01/2023 Đ8 k2)', async () => {
  const { fields } = stack.declaration;
  await finishIntake(page, {
    cardQr: `${fields['personal-id']}||${fields['person-name']}|10071999|Nam|${fields.residence}|05052021`,
    phone: fields.phone ?? '',
  });
  code = await receive(page);
  const received = (await readJournal(page)).flatMap(({ fact }) =>
    fact.type === 'dossier-received' ? [fact] : [],
  );
  expect(received).toHaveLength(1);
  const pages = received[0]?.content.papers.map((each) => each.pages.map(({ hidden }) => hidden ?? 'seen'));
  expect(pages).toEqual([['seen', 'blank'], ['seen'], [], ['seen'], [], []]);
  const declared = received[0]?.content.papers[0];
  expect(declared?.kind).toBe('declaration-form');
  expect(declared?.fields.find(({ name }) => name === 'person-name')?.value).toBe(fields['person-name']);
  await nextDossier(page);
});

it('the paper goes out as an archival PDF with its words', async () => {
  await openDossier(page, code);
  await page.locator('.paper-line').filter({ hasText: 'Tờ khai đăng ký khai sinh' }).click();
  const file = join(branch.root, 'to-khai.pdf');
  await writeFile(dialogs, JSON.stringify({ save: { canceled: false, filePath: file } }));
  await page.locator('.paper-as-pdf').getByRole('button', { name: /^Lưu/ }).click();
  await page.getByText(`Đã lưu: ${file}`).waitFor({ timeout: 60_000 });
  expect(() => execFileSync('qpdf', ['--check', file])).not.toThrow();
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/^Pages:\s+2$/m);
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC');
  expect(words).toContain('TỜ KHAI ĐĂNG KÝ KHAI SINH');
  expect(words).toContain(stack.declaration.fields['person-name']);
});

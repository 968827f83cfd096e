import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, receive, signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import {
  fixturePage,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

let branch: PracticeBranch;
let desk: OpenDesk;
beforeAll(async () => {
  branch = await openPracticeBranch();
  desk = await branch.open();
  await signIn(desk.page, ...officer);
  await compose(desk.page, residenceIntake);
  // Files go to the paper at hand.
  await desk.page.locator('section.paper button.paper-head').first().click();
});
afterAll(() => branch?.close());

/** A PNG that says it is 30,000 × 30,000 px and has hardly a byte of picture. */
function hugePng(): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  pdf.encrypt({ userPassword: 'bi-mat', ownerPassword: 'bi-mat' });
  return pdf.save();
}

const jpeg = () => readFile(fixturePage('id3_skew_front.jpg'));

const badFiles: readonly (readonly [string, string, () => Promise<Uint8Array>])[] = [
  [
    'thu.jpg',
    'Tệp này không phải ảnh hay PDF. Chọn tệp JPEG, PNG, TIFF hoặc PDF.',
    async () => Buffer.from('Đây là một tệp chữ.\n'.repeat(40)),
  ],
  [
    'cut.jpg',
    'Tệp bị cắt ngang, thiếu phần cuối. Chép lại từ nguồn hoặc quét giấy.',
    async () => (await jpeg()).subarray(0, 20_000),
  ],
  ['khoa.pdf', 'PDF này có mật khẩu. Nhờ người nộp mở khóa, hoặc in ra rồi quét.', lockedPdf],
  ['rong.jpg', 'Tệp này rỗng (0 byte). Chép lại từ nguồn hoặc quét giấy.', async () => Buffer.alloc(0)],
  ['to.png', 'Ảnh quá lớn để mở an toàn. Quét lại giấy ở 200 hoặc 300 dpi.', async () => hugePng()],
];

it.each(badFiles)('%s is told in words and the pages that came before stay', async (name, sentence, make) => {
  const { page } = desk;
  const thumbs = page.locator('section.paper .thumb');
  expect(await thumbs.count()).toBe(2);
  const path = join(branch.root, name);
  await writeFile(path, await make());
  await page.locator('input[type=file]').setInputFiles([path]);
  const fault = page.locator('.faults [role=alert]').filter({ hasText: name });
  await fault.waitFor({ timeout: 60_000 });
  expect(await fault.textContent()).toContain(sentence);
  expect(await thumbs.count()).toBe(2);
  await fault.getByRole('button').click();
  await fault.waitFor({ state: 'detached' });
});

it('a good file among bad ones comes in', async () => {
  const { page } = desk;
  const paths = ['thu.jpg', 'rong.jpg'].map((name) => join(branch.root, name));
  await page.locator('input[type=file]').setInputFiles([...paths, fixturePage('vn05_tt66-2023_p03.png')]);
  await page.locator('section.paper .thumb').nth(2).waitFor();
  expect(await page.locator('.faults [role=alert]').count()).toBe(2);
});

it('a QR text that is no ID card is told in words and changes no field', async () => {
  const { page } = desk;
  const reader = page.getByLabel('Đọc thẻ');
  await reader.fill('https://example.vn/thuc-don');
  await reader.press('Enter');
  await page
    .getByText('Mã vừa quét không phải của thẻ căn cước. Quét đúng mã QR trên thẻ, hoặc gõ tay.')
    .waitFor();
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Bình');
});

it('after all that the draft is received with its good pages only', async () => {
  const { page } = desk;
  await receive(page);
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await page.getByText('· 3 trang').first().waitFor();
});

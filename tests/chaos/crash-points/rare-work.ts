import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import type { DeskBridge } from '../../../src/shared/contracts/bridge/desk-bridge.ts';
import { type Intake, signIn, signOut } from '../../support/counter.ts';
import { giveBack, openDossier } from '../../support/sign-off-inbox.ts';
import { REAL_PAGE } from '../citizens.ts';
import { beginShift, SUPERVISOR } from '../counter-work.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';

const PATIENCE_MS = 150_000;
/** So much that nothing ever waits for it: the limit is kept and counted, and holds nothing back. */
const BYTES_AN_HOUR = 2_000_000_000;

/** The same papers, a page that comes twice, and one as a PDF that carries its own words. */
export async function withElectronicPapers(folder: string, intake: Intake): Promise<Intake> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const sheet = document.addPage([595, 842]);
  for (let line = 0; line < 20; line += 1)
    sheet.drawText(`To khai dien tu ${intake.phone}, dong ${line + 1}`, {
      x: 60,
      y: 760 - line * 30,
      size: 14,
      font,
    });
  const path = join(folder, `to-khai-${intake.phone}.pdf`);
  await writeFile(path, await document.save());
  return {
    ...intake,
    files: Object.fromEntries(
      Object.entries(intake.files).map(([paper, files]) => [paper, [...files, REAL_PAGE, REAL_PAGE, path]]),
    ),
  };
}

/** The city takes what the stick carries and answers on it; the desk takes the replies in. */
export async function takeReplies(branch: ChaosBranch, page: Page): Promise<void> {
  const stick = await branch.folder('USB');
  const files = (await readdir(stick)).filter((name) => name.endsWith('.qmc') && name.startsWith('Ho-so'));
  const aged = await Promise.all(
    files.map(async (name) => ({ name, writtenMs: (await stat(join(stick, name))).mtimeMs })),
  );
  const [newest] = aged.toSorted((a, b) => b.writtenMs - a.writtenMs);
  if (newest === undefined) throw new Error('nothing lies on the stick');
  await branch.takeCarried(join(stick, newest.name), stick);
  await page.getByRole('button', { name: 'Nhận trả lời của thành phố từ USB' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thư mục khác…' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^Thành phố trả lời trong/)
    .waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Escape');
}

/** What a supervisor does once: the line's limits, a look at the copies on a disk, and a dossier given back. */
export async function lookAfterTheDesk(page: Page, who: string, disk: string): Promise<void> {
  await signOut(page);
  await signIn(page, ...SUPERVISOR);
  const refused = await page.evaluate(
    async ({ limits, folder }) => {
      const { desk } = window as unknown as { readonly desk: DeskBridge };
      const limited = await desk.call('line:change-limits', limits);
      const found = await desk.call('backup:find', { folder });
      return [limited, found].flatMap((each) => (each.ok ? [] : [each.failure.code]));
    },
    { limits: { bytesAnHour: BYTES_AN_HOUR, pagesBetween: null }, folder: disk },
  );
  if (refused.length > 0) throw new Error(`what a supervisor does is refused: ${refused.join(', ')}`);
  await giveBack(page, who, 'Ảnh giấy tờ mờ, đề nghị xem lại.');
  await signOut(page);
  await beginShift(page);
}

export async function correctReturned(page: Page, code: string): Promise<void> {
  await openDossier(page, code);
  await page.getByRole('button', { name: /^Sửa/ }).click();
  await page.locator('.procedure-chosen').waitFor();
  await page.locator('button[data-ready]').first().waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: /^Đã nộp lại/ }).waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Escape');
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { startPracticeCity } from '../../build/start/start-practice-city.ts';
import { compose, confirmFields, receive, signIn, signOut, waitUntilRead } from '../support/counter.ts';
import { startLinePlug } from '../support/line-plug.ts';
import { openDesk } from '../support/open-desk.ts';
import { approve, giveBack, openDossier } from '../support/sign-off-inbox.ts';
import { openAccount } from './account.ts';
import { prepareStack } from './birth-from-a-stack.ts';
import { countCharactersRead, countCity, readJournal } from './count-truth.ts';
import { looseSheets } from './loose-sheets.ts';
import { findFaults, summarise } from './summary.ts';

/**
 * `npm run demo`: the main job end to end, headless, with the line down while the dossiers are received.
 * Writes out/demo/ (PDFs, a PNG of each screen, summary.json); exit code 1 when a count is off.
 */
const out = resolve(import.meta.dirname, '../../out/demo');
const FIVE_MINUTES_MS = 300_000;

const account = openAccount();
let pictures = 0;
const picture = async (page: Page, name: string): Promise<void> => {
  pictures += 1;
  await page.screenshot({
    path: join(out, `${String(pictures).padStart(2, '0')}-${name}.png`),
    animations: 'disabled',
  });
};

/** Saves each paper of the dialog as an officer does; the answer of the save dialog lies in `dialogs`. */
async function savePapers(page: Page, dialogs: string, code: string): Promise<number> {
  const saves = page.getByRole('dialog').getByRole('button', { name: /^Lưu / });
  await saves.first().waitFor();
  await page.getByText('Đang lập…').first().waitFor({ state: 'detached' });
  const count = await saves.count();
  for (let n = 0; n < count; n += 1) {
    const name = (await saves.nth(n).getAttribute('aria-label')) ?? '';
    const file = join(out, `${code}-${name.includes('Biên lai') ? 'bien-lai' : 'giay-tiep-nhan'}.pdf`);
    await writeFile(dialogs, JSON.stringify({ save: { canceled: false, filePath: file } }));
    await saves.nth(n).click();
    await page.getByText(`Đã lưu: ${file}`).waitFor();
    account.tell(`giấy ra: ${file}`);
  }
  return count;
}

async function run(): Promise<readonly string[]> {
  await account.step('build the desk', async () => buildIfStale());
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const cityData = join(folder, 'city');
  const dialogs = join(folder, 'dialogs.json');

  const [city, stack] = await account.step("start the reference city and draw a citizen's papers", () =>
    Promise.all([startPracticeCity(cityData), prepareStack()]),
  );
  const plug = await startLinePlug(city.url);
  // no scanner on a cable
  const sane = join(folder, 'sane');
  await mkdir(sane);
  await writeFile(join(sane, 'dll.conf'), '');
  const desk = await account.step('open the desk and enrol it', () =>
    openDesk({
      profile: join(folder, 'desk'),
      cityUrl: plug.url,
      enrolCode: Object.values(city.codes)[0],
      env: { SANE_CONFIG_DIR: sane, STANDIN_DIALOGS_FILE: dialogs },
    }),
  );
  const { page } = desk;
  let cityRuns = true;
  try {
    await account.step('the officer signs in', async () => {
      await page.getByText('Ai đang ngồi ở quầy?').waitFor();
      await picture(page, 'sign-in');
      await signIn(page, 'Nguyễn Thu Hà', '135790');
      await page.getByText('Thành phố đã nhận đủ').first().waitFor();
      await picture(page, 'home');
    });
    await account.step('the line goes down', async () => {
      await plug.unplug();
      await page
        .getByText(/^Mất đường truyền từ/)
        .first()
        .waitFor({ timeout: 60_000 });
    });
    const stackCode = await account.step(`receive ${stack.who} from a stack without a line`, async () => {
      await stack.compose(page, account.tell, picture);
      await picture(page, 'intake-1');
      const code = await receive(page);
      account.tell(`${stack.who}: ${code}`);
      await savePapers(page, dialogs, code);
      await picture(page, 'received-1');
      await page.keyboard.press('Escape');
      return code;
    });
    for (const [n, intake] of looseSheets.entries()) {
      await account.step(`receive ${intake.who} (${intake.procedure}) without a line`, async () => {
        await compose(page, intake);
        await waitUntilRead(page);
        account.tell(`đã nhận ${await confirmFields(page)} mục đọc được`);
        await picture(page, `intake-${n + 2}`);
        const code = await receive(page);
        account.tell(`${intake.who}: ${code}`);
        await savePapers(page, dialogs, code);
        await picture(page, `received-${n + 2}`);
        await page.keyboard.press('Escape');
      });
    }
    await account.step('what waits is shown', async () => {
      await page.keyboard.press('F8');
      await page.getByText('Chờ đến lượt').first().waitFor();
      await picture(page, 'line-down');
      await page.keyboard.press('F3');
      await page.getByText('Lê Thị Hoa').first().waitFor();
      await picture(page, 'dossiers');
    });
    await account.step('the supervisor signs two and returns one', async () => {
      await signOut(page);
      await signIn(page, 'Lê Quang Dũng', '246810');
      await page.keyboard.press('F4');
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Ký duyệt/ })
        .waitFor();
      await picture(page, 'sign-off');
      await approve(page, stack.who);
      await approve(page, 'Trần Văn Bình');
      await giveBack(page, 'Lê Thị Hoa', 'Ảnh tờ khai chưa rõ, đề nghị quét lại.');
      await picture(page, 'signed-off');
    });
    await account.step('the line comes up and all reaches the city', async () => {
      await plug.plugIn();
      await page.keyboard.press('F8');
      await page.getByText('Không còn gì chờ gửi.').waitFor({ timeout: FIVE_MINUTES_MS });
      await page
        .getByText(/Thành phố đã nhận lúc/)
        .nth(looseSheets.length)
        .waitFor({ timeout: FIVE_MINUTES_MS });
      await picture(page, 'line-up');
    });
    await account.step('look at one dossier and save a paper of it as an archival PDF', async () => {
      await openDossier(page, stackCode);
      await page.locator('.viewer-sheet img').first().waitFor();
      await page.locator('.paper-line').filter({ hasText: 'Tờ khai đăng ký khai sinh' }).click();
      const file = join(out, `${stackCode}-to-khai-so-hoa.pdf`);
      await writeFile(dialogs, JSON.stringify({ save: { canceled: false, filePath: file } }));
      await page.locator('.paper-as-pdf').getByRole('button', { name: /^Lưu/ }).click();
      await page.getByText(`Đã lưu: ${file}`).waitFor({ timeout: 60_000 });
      account.tell(`bản số hóa (PDF/A): ${file}`);
      await picture(page, 'dossier');
    });
    const summary = await account.step('count in the journal and in the city', async () => {
      const events = await readJournal(page);
      const characters = await countCharactersRead(page);
      await desk.close();
      await city.stop();
      cityRuns = false;
      return summarise(events, await countCity(cityData), characters, account.secondsPerStep());
    });
    await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    console.log(
      `\n${summary.dossiers} dossiers, ${summary.pages} pages, ${summary.charactersRead} characters read, ${summary.receipts} receipts; ` +
        `signed ${summary.approved}, returned ${summary.returned}; the city acknowledged ${summary.acknowledged}, ` +
        `lost ${summary.lost}, twice ${summary.duplicated}.\nPDFs, pictures and summary.json: ${out}`,
    );
    return findFaults(summary);
  } catch (fault) {
    await page.screenshot({ path: join(out, 'fault.png') }).catch(() => undefined);
    throw fault;
  } finally {
    await desk.close().catch(() => undefined);
    if (cityRuns) await city.stop();
    await plug.close();
    await stack.scanner.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const faults = await run();
for (const fault of faults) console.error(`✘ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);

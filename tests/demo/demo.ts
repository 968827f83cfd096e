import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { placePracticeScanner } from '../../build/app/place-practice-scanner.ts';
import { startPracticeCity } from '../../build/start/start-practice-city.ts';
import { compose, confirmFields, receive, signIn, signOut, waitUntilRead } from '../support/counter.ts';
import { startLinePlug } from '../support/line-plug.ts';
import { openDesk } from '../support/open-desk.ts';
import { approve, giveBack } from '../support/sign-off-inbox.ts';
import { openAccount } from './account.ts';
import { countCharactersRead, countCity, readJournal } from './count-truth.ts';
import { findFaults, summarise } from './summary.ts';
import { threeDossiers } from './three-dossiers.ts';

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

  const city = await account.step('start the reference city', () => startPracticeCity(cityData));
  const plug = await startLinePlug(city.url);
  const scanner = await placePracticeScanner(join(folder, 'sane'));
  const desk = await account.step('open the desk and enrol it', () =>
    openDesk({
      profile: join(folder, 'desk'),
      cityUrl: plug.url,
      enrolCode: Object.values(city.codes)[0],
      env: { ...scanner, STANDIN_DIALOGS_FILE: dialogs },
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
    for (const [n, intake] of threeDossiers.entries()) {
      await account.step(`receive ${intake.who} (${intake.procedure}) without a line`, async () => {
        await compose(page, intake);
        await waitUntilRead(page);
        account.tell(`đã nhận ${await confirmFields(page)} mục đọc được`);
        await picture(page, `intake-${n + 1}`);
        const code = await receive(page);
        account.tell(`${intake.who}: ${code}`);
        await savePapers(page, dialogs, code);
        await picture(page, `received-${n + 1}`);
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
      await approve(page, 'Nguyễn Thị An');
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
        .nth(threeDossiers.length - 1)
        .waitFor({ timeout: FIVE_MINUTES_MS });
      await picture(page, 'line-up');
    });
    await account.step('look at one dossier', async () => {
      await page.keyboard.press('F3');
      await page.getByText('Trần Văn Bình').first().click();
      await page.keyboard.press('Enter');
      await page.locator('.viewer-sheet img').first().waitFor();
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
    await rm(folder, { recursive: true, force: true });
  }
}

const faults = await run();
for (const fault of faults) console.error(`✘ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);

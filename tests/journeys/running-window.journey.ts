import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { electronProgram } from '../../build/app/electron-program.ts';
import { signIn } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { askDesk, officer, openPracticeBranch, type PracticeBranch } from './practice-branch.ts';

let branch: PracticeBranch;
let desk: OpenDesk;
beforeAll(async () => {
  branch = await openPracticeBranch();
  desk = await branch.open();
});
afterAll(() => branch?.close());

it('the sign-in screen switches between Vietnamese and English at run time', async () => {
  const { page } = desk;
  await page.getByText('Ai đang ngồi ở quầy?').waitFor();
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByText('Ai đang ngồi ở quầy?').waitFor({ state: 'detached' });
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: 'VI', exact: true }).click();
  await page.getByText('Ai đang ngồi ở quầy?').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
});

it('every place speaks both languages', async () => {
  const { page } = desk;
  await signIn(page, ...officer);
  for (const [key, vi] of [
    ['F3', 'Tìm hồ sơ'],
    ['F8', 'Số cấp sẵn cho quầy này'],
  ] as const) {
    await page.keyboard.press(key);
    const words = page.getByText(vi).or(page.getByLabel(vi)).first();
    await words.waitFor();
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await words.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'VI', exact: true }).click();
    await words.waitFor();
  }
});

it('the window has no Node and one frozen object', async () => {
  const found = await desk.page.evaluate(() => {
    const open = window as unknown as Record<string, unknown>;
    const { desk: bridge } = open as { desk: { call: unknown } };
    try {
      bridge.call = () => 'mine';
    } catch {
      // Strict code may throw here; sloppy code is ignored.
    }
    return {
      require: typeof open.require,
      process: typeof open.process,
      module: typeof open.module,
      buffer: typeof open.Buffer,
      frozen: Object.isFrozen(bridge),
      names: Object.keys(bridge).sort(),
      replaced: String(bridge.call).includes('mine'),
    };
  });
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    buffer: 'undefined',
    frozen: true,
    names: ['call', 'onNotice'],
    replaced: false,
  });
});

it('a channel that is not in the map does not pass, and bad arguments are refused by main', async () => {
  const { page } = desk;
  await expect(askDesk(page, 'fs:read' as never, {} as never)).rejects.toThrow(/no channel/);
  const strange = { afterSeq: -1, limit: 99_999 };
  expect(await askDesk(page, 'journal:read', strange)).toMatchObject({
    ok: false,
    failure: { code: 'bad-request' },
  });
});

it('a remote origin is refused by the content security policy', async () => {
  const refused = await desk.page.evaluate(
    (url) =>
      new Promise<string>((settle) => {
        document.addEventListener('securitypolicyviolation', (event) => settle(event.effectiveDirective), {
          once: true,
        });
        fetch(url).then(
          () => settle('answered'),
          () => undefined,
        );
      }),
    `${branch.city.url}/v1/health?nonce=abcdefgh`,
  );
  expect(refused).toBe('connect-src');
});

it('no second window opens and the page cannot be led away', async () => {
  const { page, application } = desk;
  const opened = await page.evaluate(() => window.open('https://example.vn/') === null);
  expect(opened).toBe(true);
  const before = page.url();
  await page
    .evaluate((url) => window.location.assign(url), `${branch.city.url}/v1/health`)
    .catch(() => undefined);
  await page.getByRole('button', { name: /^Đăng xuất/ }).waitFor();
  expect(page.url()).toBe(before);
  expect(application.windows()).toHaveLength(1);
});

it('a second start on the same profile ends at once and the first window stays', async () => {
  const home = resolve(import.meta.dirname, '../..');
  const second = spawn(electronProgram(), [home, `--user-data-dir=${branch.profile}`, '--practice'], {
    stdio: 'ignore',
    env: { ...process.env, STANDIN_HEADLESS: '1' },
  });
  const startedMs = performance.now();
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  await desk.page.getByRole('button', { name: /^Đăng xuất/ }).waitFor();
  expect(await askDesk(desk.page, 'line:status', {})).toMatchObject({ ok: true });
});

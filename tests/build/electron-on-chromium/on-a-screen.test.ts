import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke, launchSmallApp, type RunningApp } from './small-app.ts';

let screen: ChildProcess;
let app: RunningApp;

/** A virtual screen with a free number, which Xvfb writes to fd 3. */
function startScreen(): Promise<string> {
  screen = spawn('/usr/bin/Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    screen.on('error', reject);
    (screen.stdio[3] as Readable).once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

beforeAll(async () => {
  app = await launchSmallApp({ DISPLAY: await startScreen() });
});
afterAll(async () => {
  await app.close();
  screen.kill();
});

it('on a screen the window has no tabs, works as without one, and closes with the application', async () => {
  expect(await invoke(app.page, 'sender')).toMatchObject({ url: 'app://desk/' });
  const shape = await app.page.evaluate(() => ({
    standalone: matchMedia('(display-mode: standalone)').matches,
    width: outerWidth,
  }));
  expect(shape).toEqual({ standalone: true, width: 900 });
  const window = await app.electron.browserWindow(app.page);
  await window.evaluate((object) => {
    object.minimize();
    object.restore();
    object.focus();
  });
  expect(await window.evaluate((object) => object.isMinimized())).toBe(false);
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await invoke(app.page, 'quit').catch(() => undefined);
  expect(await ended).toBe(0);
});

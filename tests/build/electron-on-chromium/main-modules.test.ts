import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke, launchSmallApp, newFolder, type RunningApp, removeFolder, SMALL_APP } from './small-app.ts';

const electronVersion = (): string => {
  const manifest = join(import.meta.dirname, '../../../node_modules/electron/package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
};

let app: RunningApp;
let files: string;
beforeAll(async () => {
  files = newFolder();
  app = await launchSmallApp({
    STANDIN_DIALOGS_FILE: join(files, 'dialogs.json'),
    STANDIN_SHELL_LOG: join(files, 'shell.log'),
    STANDIN_PRINT_DIR: join(files, 'prints'),
    STANDIN_CHROMIUM_ARGS: '--use-fake-device-for-media-stream',
  });
}, 30_000);
afterAll(async () => {
  await app.close();
  removeFolder(files);
});

describe('app', () => {
  it('knows the application, and `electron` is one module however it is asked for', async () => {
    expect(await invoke(app.page, 'about')).toEqual({
      name: 'Small App',
      version: '3.2.1',
      packaged: false,
      userData: app.userData,
      appPath: SMALL_APP,
      electron: electronVersion(),
      type: 'browser',
      standIn: '1',
      sameByRequire: true,
      sameByDefault: true,
    });
  });

  it('is driven by Playwright: main, window object, screenshot', async () => {
    expect(await app.electron.evaluate(({ app: inMain }) => inMain.getVersion())).toBe('3.2.1');
    const window = await app.electron.browserWindow(app.page);
    expect(await window.evaluate((object) => [object.isDestroyed(), object.isVisible()])).toEqual([
      false,
      true,
    ]);
    expect((await app.page.screenshot()).length).toBeGreaterThan(1_000);
  });

  it('a process that was stopped and goes on tells it as a machine that wakes', async () => {
    const pid = await app.electron.evaluate(({ powerMonitor }) => {
      const kept = globalThis as unknown as { wokeTimes: number };
      kept.wokeTimes = 0;
      powerMonitor.on('resume', () => {
        kept.wokeTimes += 1;
      });
      return process.pid;
    });
    process.kill(pid, 'SIGSTOP');
    process.kill(pid, 'SIGCONT');
    const woke = () =>
      app.electron.evaluate(() => (globalThis as unknown as { wokeTimes: number }).wokeTimes);
    await expect.poll(woke).toBe(1);
  });

  it('what is missing throws and says so', async () => {
    expect(await invoke(app.page, 'missing')).toEqual({
      webRequest: 'electron stand-in: session.webRequest is not implemented',
      module: 'electron stand-in: Tray is not implemented',
      event: "electron stand-in: app.on('gpu-info-update') is not implemented",
      member: 'electron stand-in: BrowserWindow.setKiosk is not implemented',
      static: 'electron stand-in: BrowserWindow.addExtension is not implemented',
    });
  });
});

describe('permissions', () => {
  const camera = (): Promise<string> =>
    app.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        (stream) => {
          const [track] = stream.getTracks();
          const label = track?.label ?? 'no track';
          track?.stop();
          return label;
        },
        (error: Error) => error.name,
      ),
    );

  it('the camera is refused when the handler refuses', async () => {
    await invoke(app.page, 'allow-media', false);
    expect(await camera()).toBe('NotAllowedError');
    expect(await invoke(app.page, 'seen')).toMatchObject({
      asked: [{ permission: 'media', mediaTypes: ['video'], url: 'app://desk/' }],
    });
  });

  it('the camera is there when the handler grants', async () => {
    await invoke(app.page, 'allow-media', true);
    expect(await camera()).toContain('fake_device');
  });

  it('everything else is refused', async () => {
    const states = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'clipboard-read'] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(['denied', 'denied', 'denied']);
  });
});

describe('safeStorage, dialog, shell, printing', () => {
  it('safeStorage seals and opens', async () => {
    expect(await invoke(app.page, 'seal', 'chìa khoá')).toEqual({
      available: true,
      backend: 'gnome_libsecret',
      result: 'chìa khoá',
      hidden: true,
    });
  });

  it('dialogs answer what the test has prepared, and "cancelled" otherwise', async () => {
    expect(await invoke(app.page, 'dialogs')).toEqual({
      open: { canceled: true, filePaths: [] },
      save: { canceled: true, filePath: '' },
      message: { response: 1, checkboxChecked: false },
    });
    const prepared = {
      open: { canceled: false, filePaths: ['/tmp/giấy.pdf'] },
      save: { canceled: false, filePath: '/tmp/biên lai.pdf' },
      message: { response: 0, checkboxChecked: true },
    };
    writeFileSync(join(files, 'dialogs.json'), JSON.stringify(prepared));
    expect(await invoke(app.page, 'dialogs')).toEqual(prepared);
  });

  it('shell.openPath is recorded, and fails for a file that is not there', async () => {
    expect(await invoke(app.page, 'open', SMALL_APP)).toEqual({ answer: '' });
    expect(await invoke(app.page, 'open', '/nowhere/at/all')).toEqual({ answer: 'Failed to open path' });
    expect(
      readFileSync(join(files, 'shell.log'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ method: 'openPath', target: SMALL_APP }]);
  });

  it('printToPDF gives a PDF of the asked size, print writes one, capturePage a picture', async () => {
    const pdf = (await invoke(app.page, 'print')) as string;
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/MediaBox \[0 0 (419|420)/);
    expect(await invoke(app.page, 'capture')).toEqual({ width: 900, height: 600 });
    await app.electron.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => BrowserWindow.getAllWindows()[0]?.webContents.print({}, resolve)),
    );
    expect(existsSync(join(files, 'prints'))).toBe(true);
    expect(readdirSync(join(files, 'prints')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  });
});

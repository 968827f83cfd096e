import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  FAKE_DIST,
  invoke,
  launchSmallApp,
  newFolder,
  processesOf,
  removeFolder,
  SMALL_APP,
  startProcess,
  waitUntilNoProcess,
} from './small-app.ts';

const SYSTEM_NODE = '/usr/bin/node';

let userData: string;
beforeEach(() => {
  userData = newFolder();
});
afterEach(() => removeFolder(userData));

describe('the process', () => {
  it('starts without a display, hears of a second start, quits cleanly on SIGTERM, leaves no Chromium', async () => {
    const started = startProcess(userData);
    expect(await started.fact('loaded')).toEqual({ event: 'loaded', url: 'app://desk/' });
    expect(processesOf(userData).length).toBeGreaterThan(2);
    const second = startProcess(userData, { args: ['/tmp/giấy tờ.pdf'] });
    await second.fact('second-start');
    await started.fact('second-instance');
    expect((await second.ended).code).toBe(0);

    started.child.kill('SIGTERM');
    await started.fact('will-quit');
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(await waitUntilNoProcess(userData)).toEqual([]);
  });

  it('killed with -9: Chromium ends too, the lock is free, committed IndexedDB data is there', async () => {
    const first = await launchSmallApp({}, userData);
    await first.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('desk', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('events');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const change = opening.result.transaction('events', 'readwrite', { durability: 'strict' });
            change.objectStore('events').put({ seq: 1 }, 1);
            change.oncomplete = () => resolve();
          };
        }),
    );
    first.electron.process().kill('SIGKILL');
    expect(await waitUntilNoProcess(userData)).toEqual([]);

    const second = await launchSmallApp({}, userData);
    const found = await second.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('desk', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('events').objectStore('events').get(1);
            reading.onsuccess = () => resolve(reading.result);
          };
        }),
    );
    expect(found).toEqual({ seq: 1 });
    await second.electron.close();
    expect(await waitUntilNoProcess(userData)).toEqual([]);
  });

  it('a window whose process was killed is told, and can be loaded again with its bridge', async () => {
    const started = startProcess(userData);
    await started.fact('loaded');
    for (const pid of processesOf(userData)) {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'))
        process.kill(pid, 'SIGKILL');
    }
    await started.fact('renderer-gone');
    await started.fact('loaded-again');
    await started.fact('page-called');
    started.child.kill('SIGTERM');
    expect((await started.ended).code).toBe(0);
  });

  it('without a keyring safeStorage says so', async () => {
    const app = await launchSmallApp({ STANDIN_NO_KEYRING: '1' }, userData);
    expect(await invoke(app.page, 'seal', 'x')).toEqual({ available: false, backend: 'basic_text' });
    await app.electron.close();
  });

  it('a missing Chromium is told in a sentence, with exit code 1', async () => {
    const started = startProcess(userData, { env: { STANDIN_CHROMIUM: '/nowhere/chromium' } });
    expect((await started.ended).code).toBe(1);
    expect(started.errorText()).toContain('/nowhere/chromium did not start');
  });

  // On the first machine of a person the system's Node is often older than Electron's.
  it.runIf(existsSync(SYSTEM_NODE))('an older Node hands over to the project’s Node 24', async () => {
    const started = startProcess(userData, { node: SYSTEM_NODE });
    await started.fact('loaded');
    started.child.kill('SIGKILL');
    expect(await waitUntilNoProcess(userData)).toEqual([]);
  });
});

describe('a packaged application', () => {
  it('runs from resources/app beside a renamed executable', async () => {
    const folder = newFolder();
    try {
      cpSync(FAKE_DIST, folder, { recursive: true });
      cpSync(SMALL_APP, join(folder, 'resources/app'), { recursive: true });
      writeFileSync(join(folder, 'stand-in-home'), dirname(FAKE_DIST));
      renameSync(join(folder, 'electron'), join(folder, 'small-app'));
      const started = startProcess(userData, { packaged: join(folder, 'small-app') });
      await started.fact('loaded');
      started.child.kill('SIGTERM');
      expect((await started.ended).code).toBe(0);
    } finally {
      removeFolder(folder);
    }
  });
});

describe('the folder that takes the place of Electron’s', () => {
  it('has the version of the electron package, which its installer compares', () => {
    const manifest = join(import.meta.dirname, '../../../node_modules/electron/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    expect(readFileSync(join(FAKE_DIST, 'version'), 'utf8')).toBe(version);
  });
});

import { spawn } from 'node:child_process';
import { environment } from '../environment.ts';
import { BLANK_PATH } from '../loopback/server.ts';
import { getChromium } from '../running.ts';

type Target = { targetId: string; type: string; url: string };
export type WindowSize = Readonly<{ width: number; height: number }>;

/** Pages that the stand-in asked for itself; any other new page is a popup. */
const ownTargets = new Set<string>();
const HEADLESS_MARK = 'about:blank#stand-in-window-';
const HEADED_MARK = `http://blank.standin.localhost${BLANK_PATH}?window=`;

export const isOwnTarget = ({ targetId, url }: { targetId: string; url: string }): boolean =>
  ownTargets.has(targetId) || url.startsWith(HEADLESS_MARK) || url.startsWith(HEADED_MARK);

/** Opens an empty page: a window without tabs on the screen, or an invisible page. Resolves to its target id. */
export async function openChromiumWindow(number: number, size: WindowSize): Promise<string> {
  const targetId = environment.headless
    ? await openInvisible(number, size)
    : await openOnScreen(number, size);
  ownTargets.add(targetId);
  return targetId;
}

async function openInvisible(number: number, { width, height }: WindowSize): Promise<string> {
  const { targetId } = await getChromium().browser.send<{ targetId: string }>('Target.createTarget', {
    url: `${HEADLESS_MARK}${number}`,
    newWindow: true,
    width,
    height,
  });
  return targetId;
}

/** DevTools cannot open a window without tabs; a second start with --app is forwarded to the running Chromium. */
function openOnScreen(number: number, { width, height }: WindowSize): Promise<string> {
  const { browser, process: chromium } = getChromium();
  const mark = `${HEADED_MARK}${number}`;
  const opened = new Promise<string>((resolve) => {
    const look = ({ targetInfo }: { targetInfo: Target }): void => {
      if (targetInfo.type !== 'page' || targetInfo.url !== mark) return;
      browser.off('Target.targetInfoChanged', look);
      browser.off('Target.targetCreated', look);
      resolve(targetInfo.targetId);
    };
    browser.on('Target.targetInfoChanged', look);
    browser.on('Target.targetCreated', look);
  });
  const same = chromium.spawnargs.filter((flag) => /^--(no-sandbox|user-data-dir)/.test(flag));
  spawn(chromium.spawnfile, [...same, `--app=${mark}`, `--window-size=${width},${height}`], {
    stdio: 'ignore',
  });
  return opened;
}

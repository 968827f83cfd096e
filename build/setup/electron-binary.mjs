import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { home, projectEnvironment, rememberedIn } from './home.mjs';
import { frame, say, TOLD_ASIDE } from './say.mjs';

const folder = join(home, 'node_modules/electron');
const dist = join(folder, 'dist');
const pathFile = join(folder, 'path.txt');
const standIn = join(home, 'build/electron-on-chromium/fake-dist');
const PROBE_MS = 5_000;
const DOWNLOAD_MS = 10 * 60_000;

/**
 * Makes node_modules/electron runnable: Electron itself where it is or can be fetched, otherwise the stand-in.
 * @returns 'electron' or 'stand-in'
 */
export async function placeElectron({ retry = false } = {}) {
  if (retry) forget();
  if (isRealElectron()) return 'electron';
  if (!isStandIn()) {
    if (await fetchElectron()) return 'electron';
    linkStandIn();
  }
  announceStandIn();
  return 'stand-in';
}

/** On Linux a program starts with the bytes of ELF, the stand-in with #!; elsewhere its presence must do. */
function isRealElectron() {
  if (isStandIn() || !existsSync(pathFile)) return false;
  const program = join(dist, readFileSync(pathFile, 'utf8').trim());
  if (!existsSync(program)) return false;
  if (process.platform !== 'linux') return true;
  const start = Buffer.alloc(4);
  const file = openSync(program, 'r');
  readSync(file, start, 0, 4, 0);
  closeSync(file);
  return start.equals(Buffer.from('\x7fELF', 'latin1'));
}

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
const isStandIn = () => isLink(dist) && existsSync(join(dist, 'electron')) && existsSync(pathFile);

function forget() {
  if (isLink(dist)) rmSync(dist);
  if (!existsSync(dist)) rmSync(pathFile, { force: true });
  rmSync(rememberedIn('electron-out-of-reach'), { force: true });
}

/** Electron's own installer, when its server can be reached; asked once, as a dead line costs seconds each time. */
async function fetchElectron() {
  const remembered = rememberedIn('electron-out-of-reach');
  if (process.env.CI || existsSync(remembered)) return false;
  const { ELECTRON_MIRROR, HTTPS_PROXY, https_proxy } = process.env;
  say('Looking for the server of Electron’s binary…');
  // A mirror or a proxy is the installer's own business.
  if (ELECTRON_MIRROR || HTTPS_PROXY || https_proxy || (await isReachable('https://github.com'))) {
    say('Fetching Electron (about 120 MB)…');
    if (isLink(dist)) rmSync(dist);
    spawnSync(process.execPath, [join(folder, 'install.js')], {
      stdio: TOLD_ASIDE,
      timeout: DOWNLOAD_MS,
      env: projectEnvironment,
    });
    if (isRealElectron()) return true;
  }
  writeFileSync(remembered, new Date().toISOString());
  return false;
}

async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
}

function linkStandIn() {
  rmSync(dist, { recursive: true, force: true });
  const fresh = `${dist}-${process.pid}`;
  symlinkSync(relative(folder, standIn), fresh);
  renameSync(fresh, dist);
  // Without a newline: Electron's package takes the text as it is.
  writeFileSync(pathFile, 'electron');
}

function announceStandIn() {
  frame([
    'THIS IS NOT ELECTRON.  The real Electron binary could not be fetched, so the desk runs on',
    'a STAND-IN: the same code, on Node and the Chromium of this system. For tests and practice',
    'only. What it cannot prove: build/electron-on-chromium/README.md',
    'Try Electron again: node build/setup/ready.mjs --retry-electron',
    '',
    'ĐÂY KHÔNG PHẢI ELECTRON.  Không tải được Electron thật, nên phần mềm đang chạy trên BẢN',
    'THAY THẾ: cùng mã nguồn, trên Node và Chromium của máy này. Chỉ dùng để thử và thực hành,',
    'không dùng để tiếp nhận hồ sơ thật.',
  ]);
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, rememberedIn, systemEnvironment } from './home.mjs';
import { say, stop, TOLD_ASIDE } from './say.mjs';

const lock = join(home, 'package-lock.json');
/** npm writes it at the end of each install. */
const installed = join(home, 'node_modules/.package-lock.json');
const node24 = join(home, 'node_modules/node/bin/node');

/** Installs the packages of package-lock.json unless just these are there. */
export function installNpmPackages() {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (isInstalled(wanted)) return;
  say('Installing the packages of package-lock.json; this takes a minute or two…');
  // Not `npm ci`: it refuses a lock file without the optional packages of other systems (macOS, musl…), which not
  // every registry has. Versions and integrity come from the lock file here too, and it is left as it is.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: TOLD_ASIDE,
    env: systemEnvironment,
  });
  if (npm.status !== 0) {
    stop('npm install failed (see above). Is the network there? Run the same command again afterwards.');
  }
  writeFileSync(rememberedIn('package-lock.sha256'), wanted);
}

function isInstalled(wanted) {
  if (!existsSync(installed)) return false;
  const remembered = rememberedIn('package-lock.sha256');
  if (existsSync(remembered) && readFileSync(remembered, 'utf8') === wanted) return true;
  // Somebody has run npm here by hand, after the last change of the lock file.
  if (statSync(installed).mtimeMs < statSync(lock).mtimeMs) return false;
  writeFileSync(remembered, wanted);
  return true;
}

/** The Node 24 that the `node` package brings, or the running one when it is new enough. */
export function findNode24() {
  if (existsSync(node24)) return node24;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  say('Fetching Node 24 (npm rebuild node)…');
  spawnSync('npm', ['rebuild', 'node'], { cwd: home, stdio: TOLD_ASIDE, env: systemEnvironment });
  if (!existsSync(node24))
    stop('Node 24 is missing. Install it, or allow the install script of the package `node`.');
  return node24;
}

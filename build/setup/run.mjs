import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { home, projectEnvironment } from './home.mjs';
import { makeReady } from './ready.mjs';
import { stop } from './say.mjs';

/**
 * Entry of the npm scripts, also in a clone without node_modules: makes the machine ready, then runs a script of the
 * project on Node 24 with the project's tools on PATH.
 *
 *     node build/setup/run.mjs [--for=start|test|bench] SCRIPT.ts [ARGUMENT…]
 */
const words = process.argv.slice(2);
const purpose = words[0]?.startsWith('--for=') ? words.shift().slice('--for='.length) : 'start';
const [script, ...rest] = words;
if (!script || !existsSync(resolve(home, script))) {
  stop('Usage: node build/setup/run.mjs [--for=start|test|bench] SCRIPT.ts [ARGUMENT…]');
}

const { node, shell } = await makeReady({ purpose });
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
// Electron itself cannot do without a screen; the stand-in can.
const onVirtualScreen =
  shell === 'electron' &&
  process.platform === 'linux' &&
  !DISPLAY &&
  !WAYLAND_DISPLAY &&
  existsSync('/usr/bin/xvfb-run');
const command = [...(onVirtualScreen ? ['xvfb-run', '-a'] : []), node, resolve(home, script), ...rest];
// Nobody sees a virtual screen: `npm start` then does what it does without one.
const env = onVirtualScreen ? { ...projectEnvironment, DESK_SCREEN: 'virtual' } : projectEnvironment;
const child = spawn(command[0], command.slice(1), { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => stop(`${node} does not start: ${error.message}`));
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});

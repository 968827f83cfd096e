import { spawn } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { environment } from '../environment.ts';
import { withGaps } from '../not-implemented.ts';

const XDG_OPEN = '/usr/bin/xdg-open';

/** Tells what would be opened; on a screen, with xdg-open installed, it is opened. */
function open(method: string, target: string): void {
  console.error(`(stand-in) shell.${method}: ${target}`);
  if (environment.shellLogFile) {
    appendFileSync(environment.shellLogFile, `${JSON.stringify({ method, target })}\n`);
    return;
  }
  if (environment.headless || !existsSync(XDG_OPEN)) return;
  const opener = spawn(XDG_OPEN, [method === 'showItemInFolder' ? dirname(target) : target], {
    stdio: 'ignore',
    detached: true,
  });
  opener.on('error', (error) => console.error(`(stand-in) xdg-open: ${error.message}`));
  opener.unref();
}

export const shell = withGaps('shell', {
  async openExternal(url: string): Promise<void> {
    open('openExternal', url);
  },
  /** '' or, as Electron does, a message when it could not be opened. */
  async openPath(path: string): Promise<string> {
    if (!existsSync(path)) return 'Failed to open path';
    open('openPath', path);
    return '';
  },
  showItemInFolder(path: string): void {
    open('showItemInFolder', path);
  },
});

import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends a process and what it started; it must have been started as the head of a group of its own (`detached`). Windows
 * has no process groups; its own `taskkill` follows the tree. Nothing happens to one that has ended.
 */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    const words = ['/pid', String(child.pid), '/t', '/f'];
    spawn('taskkill', words, { stdio: 'ignore', windowsHide: true }).on('error', () => child.kill('SIGKILL'));
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone: it ended by itself meanwhile.
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { killTree } from '../../../src/main/processes/kill-tree.ts';

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it.skipIf(process.platform === 'win32')(
  'what a program started ends with it, and a second call finds nothing',
  async () => {
    const child = spawn('sh', ['-c', 'sleep 60 & echo $!; wait'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const grandchild = Number(line);
    expect(isThere(grandchild)).toBe(true);
    killTree(child);
    // Its end of the pipe is held by the grandchild too: `close` comes only when both have gone.
    await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');
    killTree(child);
  },
);

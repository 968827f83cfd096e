import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Every process that a check starts inherits it, however deep and in whatever group or session. */
const MARK = 'QMC_CHECK';
const LOOK_AGAIN_MS = 200;
const NOT_STARTED = 127;

export type Ending = {
  /** 0 when the program said that all is well and ended by itself. */
  readonly code: number;
  /** It went on beyond its time and was ended. */
  readonly late: boolean;
  /** Processes that it left running and that were ended behind it. */
  readonly left: number;
};

/**
 * Runs a program with our own output, at most `limitMs`, and gives nothing over to the next: a desk or a city that a
 * failed test left running would hold the output open, and whoever reads it to its end would wait for ever.
 */
export async function runToItsEnd(
  program: string,
  args: readonly string[],
  { folder, limitMs }: { readonly folder: string; readonly limitMs: number },
): Promise<Ending> {
  const mark = randomUUID();
  let late = false;
  const code = await new Promise<number>((settle) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, [MARK]: mark },
    });
    const limit = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limitMs);
    const end = (exitCode: number): void => {
      clearTimeout(limit);
      settle(exitCode);
    };
    child.on('error', () => end(NOT_STARTED));
    child.on('exit', (exitCode) => end(exitCode ?? 1));
  });
  return { code, late, left: await endAll(mark) };
}

function processesMarked(mark: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'utf8').includes(`${MARK}=${mark}`);
      } catch {
        // Ended while we looked, or another user's.
        return false;
      }
    })
    .map(Number);
}

/** Ends every process that bears the mark. @returns how many there were at first */
async function endAll(mark: string): Promise<number> {
  const first = processesMarked(mark).length;
  for (let pids = processesMarked(mark); pids.length > 0; pids = processesMarked(mark)) {
    for (const pid of pids)
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Ended by itself.
      }
    await new Promise((settle) => setTimeout(settle, LOOK_AGAIN_MS));
  }
  return first;
}

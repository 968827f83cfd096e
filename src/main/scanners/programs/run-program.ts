import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { killTree } from '../../processes/kill-tree.ts';

/** How a run of a scanning program ended; it always ends. */
export type ProgramEnd = {
  readonly end: 'exited' | 'hung' | 'cancelled' | 'missing-program';
  /** Exit code; null when it did not exit by itself. */
  readonly status: number | null;
  readonly stderr: string;
};

export type ProgramRun = {
  readonly program: string;
  readonly args: readonly string[];
  /** Longest silence: each line on stdout (a page finished) starts it anew. */
  readonly silenceMs: number;
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal;
};

/** A scanner asked to stop returns the sheet in a second or two; then it is ended. */
const STOP_GRACE_MS = 3000;
/** A process stuck in the kernel (a USB driver) survives even SIGKILL for a while: nobody waits for it. */
const GIVE_UP_MS = 2000;
const STDERR_BYTES = 8192;

/** Runs a program that scans; resolves when it ended, hung (it is then killed), was cancelled, or is not there. */
export function runProgram({ program, args, silenceMs, onLine, signal }: ProgramRun): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      // English, so that a program's own words for a fault can be told apart where it gives no number
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // a process group of its own, so that a hung driver's own children end with it; on Windows it would open a console
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let stderr = '';
    let stopped: 'hung' | 'cancelled' | null = null;
    let settled = false;
    const timers = new Set<NodeJS.Timeout>();
    const after = (ms: number, action: () => void): void => {
      timers.add(setTimeout(action, ms));
    };

    const settle = (end: ProgramEnd['end'], status: number | null): void => {
      if (settled) return;
      settled = true;
      clearTimeout(silence);
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      resolve({ end, status, stderr });
    };
    const kill = (): void => {
      killTree(child);
      after(GIVE_UP_MS, () => settle(stopped ?? 'hung', null));
    };
    const cancel = (): void => {
      if (stopped !== null) return;
      stopped = 'cancelled';
      child.kill('SIGINT');
      after(STOP_GRACE_MS, kill);
    };
    const silence = setTimeout(() => {
      if (stopped !== null) return;
      stopped = 'hung';
      kill();
    }, silenceMs);

    createInterface({ input: child.stdout }).on('line', (line) => {
      silence.refresh();
      if (!settled) onLine(line);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_BYTES);
    });
    child.on('error', (thrown) => {
      const missing = 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EACCES');
      if (!missing) stderr += thrown.message;
      settle(missing ? 'missing-program' : 'exited', null);
    });
    child.on('close', (status) => settle(stopped ?? 'exited', status));
    // something that the program started may hold its pipes open; the exit counts
    child.on('exit', (status) => after(300, () => settle(stopped ?? 'exited', status)));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
  });
}

/** For the log and for support, never to decide by. */
export const lastLine = ({ stderr }: Pick<ProgramEnd, 'stderr'>): string =>
  stderr.trim().split('\n').at(-1) ?? '';

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a run of scanimage ended; it always ends. */
export type ScanimageEnd = {
  readonly end: 'exited' | 'hung' | 'cancelled' | 'missing-program';
  /** Exit code: a SANE status (0 good … 11 access denied); null when it did not exit by itself. */
  readonly status: number | null;
  readonly stderr: string;
};

export type ScanimageRun = {
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

/** Runs `scanimage`; resolves when it ended, hung (it is then killed), was cancelled, or is not there. */
export function runScanimage({ args, silenceMs, onLine, signal }: ScanimageRun): Promise<ScanimageEnd> {
  return new Promise((resolve) => {
    // English, so that SANE's own words for a status can be told apart where it gives no number
    const env = { ...process.env, LC_ALL: 'C' };
    const child = spawn('scanimage', args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // a process group of its own, so that a hung driver's own helpers end with it
      detached: true,
    });
    let stderr = '';
    let stopped: 'hung' | 'cancelled' | null = null;
    let settled = false;
    const timers = new Set<NodeJS.Timeout>();
    const after = (ms: number, action: () => void): void => {
      timers.add(setTimeout(action, ms));
    };

    const settle = (end: ScanimageEnd['end'], status: number | null): void => {
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
      const running = child.exitCode === null && child.signalCode === null;
      if (running && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
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
    // something that scanimage started may hold its pipes open; the exit counts
    child.on('exit', (status) => after(300, () => settle(stopped ?? 'exited', status)));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
  });
}

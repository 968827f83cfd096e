import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const home = resolve(import.meta.dirname, '../..');

export type PracticeCity = {
  readonly url: string;
  /** One-time enrolment codes by desk id. */
  readonly codes: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

const STARTS_WITHIN_MS = 60_000;

/**
 * Starts the reference city as its own process and waits until it listens. One that does not within `limitMs` is ended,
 * and the promise refused.
 */
export async function startPracticeCity(
  dataDir: string,
  port = 0,
  limitMs = STARTS_WITHIN_MS,
): Promise<PracticeCity> {
  const child = spawn(
    process.execPath,
    [join(home, 'tests/city/main.ts'), '--data', dataDir, '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  const line = await new Promise<string>((settle, refuse) => {
    const watchdog = setTimeout(() => {
      child.kill('SIGKILL');
      refuse(new Error(`the practice city does not start within ${limitMs / 1000} s`));
    }, limitMs);
    child.once('exit', (code) => {
      clearTimeout(watchdog);
      refuse(new Error(`the practice city ended with ${code}`));
    });
    createInterface({ input: child.stdout }).once('line', (first) => {
      clearTimeout(watchdog);
      settle(first);
    });
  });
  const { url, codes } = JSON.parse(line) as { url: string; codes: Record<string, string> };
  return {
    url,
    codes,
    child,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ProtectionName } from '../headless-desk/turned-off.ts';

const MAIN = join(import.meta.dirname, '../headless-desk/desk-process.ts');
/** An opening that takes longer is ended too, so that nothing is left behind. */
const LONGEST_OPENING_MS = 120_000;

/**
 * Starts today's program on a profile and kills it after `afterMs`, or at once when it says that it is open (`'open'`).
 * @returns whether it was open, and how long it lived
 */
export async function openUntil(options: {
  readonly profile: string;
  readonly cityUrl: string;
  readonly clockOffsetMs: number;
  readonly passphrase: string;
  readonly without?: ProtectionName | undefined;
  readonly afterMs: number | 'open';
}): Promise<{ readonly open: boolean; readonly livedMs: number }> {
  const { profile, cityUrl, clockOffsetMs, passphrase, without, afterMs } = options;
  const beganMs = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...[MAIN, '--profile', profile, '--city', cityUrl, '--code', 'none', `--clock=${clockOffsetMs}`],
      ...(without === undefined ? [] : ['--without', without]),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, DESK_PASSPHRASE: passphrase } },
  );
  const gone = once(child, 'exit');
  child.stdin.on('error', () => undefined); // its reader is killed
  const limit = setTimeout(
    () => child.kill('SIGKILL'),
    afterMs === 'open' ? LONGEST_OPENING_MS : Math.min(afterMs, LONGEST_OPENING_MS),
  );
  let open = false;
  child.stdout.on('data', (bytes: Buffer) => {
    open ||= bytes.includes('"say":"open"');
    if (open && afterMs === 'open') child.kill('SIGKILL');
  });
  await gone;
  clearTimeout(limit);
  return { open, livedMs: performance.now() - beganMs };
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startHeadlessDesk } from './start-headless-desk.ts';

/** Loaded before the desk: writes down the process and never ends, so the desk never says a word. */
const HANGS = `import{writeFileSync}from'node:fs';writeFileSync(process.env.SAYS_PID,String(process.pid));
setInterval(()=>0,1e6);await(new\tPromise(()=>0))`;

it('a desk that never says that it is open is ended and told', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'silent-desk-'));
  const saysPid = join(folder, 'pid');
  try {
    const started = startHeadlessDesk({
      profile: join(folder, 'profile'),
      cityUrl: 'http://127.0.0.1:9',
      enrolCode: 'none',
      env: {
        SAYS_PID: saysPid,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(HANGS)}`,
      },
      openWithinMs: 15_000,
    });
    await expect(started).rejects.toThrow('the desk did not open: silent for 15 s');
    expect(existsSync(saysPid)).toBe(true);
    const pid = Number(readFileSync(saysPid, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

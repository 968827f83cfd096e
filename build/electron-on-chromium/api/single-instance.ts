import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SecondInstance = Readonly<{ argv: string[]; cwd: string; data: unknown }>;
export type SingleInstance = Readonly<{ release(): void }>;

const ATTEMPTS = 5;
const PAUSE_MS = 100;

const lockFile = (userData: string): string => join(userData, 'standin.lock');
const socketFile = (userData: string): string =>
  join(tmpdir(), `standin-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}.sock`);

/**
 * Takes the lock of a user data folder, or tells its holder about this start and gives undefined. Synchronous,
 * as `app.requestSingleInstanceLock` is. A lock whose holder was killed is taken over.
 */
export function takeSingleInstance(
  userData: string,
  data: unknown,
  onSecond: (second: SecondInstance) => void,
): SingleInstance | undefined {
  mkdirSync(userData, { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (createLock(userData)) return hold(userData, onSecond);
    if (tellHolder(userData, { argv: process.argv, cwd: process.cwd(), data })) return undefined;
    if (!holderLives(userData)) rmSync(lockFile(userData), { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  return undefined;
}

function createLock(userData: string): boolean {
  try {
    writeFileSync(lockFile(userData), String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function hold(userData: string, onSecond: (second: SecondInstance) => void): SingleInstance {
  rmSync(socketFile(userData), { force: true });
  const server: Server = createServer((connection) => {
    const parts: Buffer[] = [];
    connection.on('data', (part) => parts.push(part));
    connection.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      if (text) onSecond(JSON.parse(text) as SecondInstance);
    });
    connection.on('error', () => undefined);
  });
  server.listen(socketFile(userData));
  server.unref();
  return {
    release() {
      server.close();
      // At once: the process ends before the server has tidied up.
      rmSync(socketFile(userData), { force: true });
      rmSync(lockFile(userData), { force: true });
    },
  };
}

/** A helper process does the asynchronous part; true when the holder took the message. */
function tellHolder(userData: string, second: SecondInstance): boolean {
  const script = `const s = require('node:net').connect(process.argv[1], () => s.end(process.argv[2]));
s.on('error', () => process.exit(1));`;
  const told = spawnSync(process.execPath, ['-e', script, socketFile(userData), JSON.stringify(second)], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return told.status === 0;
}

function holderLives(userData: string): boolean {
  try {
    process.kill(Number(readFileSync(lockFile(userData), 'utf8')), 0);
    // Its number may long belong to another program.
    return /electron|node/.test(
      readFileSync(`/proc/${readFileSync(lockFile(userData), 'utf8')}/cmdline`, 'utf8'),
    );
  } catch {
    return false;
  }
}

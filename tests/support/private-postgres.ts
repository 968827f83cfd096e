import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const INSTALLED = '/usr/lib/postgresql';
const run = promisify(execFile);

/** Folder of the newest PostgreSQL's programs; undefined where none is installed. */
export function findPostgres(): string | undefined {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(INSTALLED, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** Who PostgreSQL runs as: it refuses to be root. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (what: '-u' | '-g', user: string) =>
    Number(execFileSync('id', [what, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody'])
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch (error) {
      // This machine has no such user: the next one.
      if (user === 'nobody') throw error;
    }
  return {};
}

export type PrivatePostgres = {
  /** Of its first process, whose children serve the connections. */
  readonly pid: number;
  /** A new empty database; answers its `DATABASE_URL`. */
  readonly createDatabase: (name: string) => Promise<string>;
  /** What `pg_dump` makes of a database, to be restored into a new one. */
  readonly dump: (name: string) => Promise<string>;
  /** A new database from a dump; answers its `DATABASE_URL`. */
  readonly restore: (dumped: string, name: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/**
 * A PostgreSQL of one's own in a temporary folder, heard on a socket there alone; as it is by default, fsync included.
 * Undefined where PostgreSQL is not installed.
 */
export async function startPrivatePostgres(): Promise<PrivatePostgres | undefined> {
  const bin = findPostgres();
  if (bin === undefined) return undefined;
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'city-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const cluster = join(folder, 'cluster');
  const as = { ...user, cwd: folder };
  const initdb = [
    '-D',
    cluster,
    '-U',
    'city',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-sync',
  ];
  await run(join(bin, 'initdb'), initdb, as);
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=60'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(server, 'exit');
  await new Promise<void>((ready, failed) => {
    const said: string[] = [];
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) ready();
    });
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${said.join('\n')}`)));
  });

  const to = ['-h', folder, '-U', 'city'];
  const program = (name: string, args: readonly string[]) => run(join(bin, name), [...to, ...args], as);
  const urlOf = (name: string) => `postgres://city@localhost/${name}?host=${encodeURIComponent(folder)}`;
  const createDatabase = async (name: string): Promise<string> => {
    await program('createdb', [name]);
    return urlOf(name);
  };
  return {
    pid: server.pid ?? 0,
    createDatabase,
    dump: async (name) => {
      const file = join(folder, `${name}-${Date.now()}.dump`);
      await program('pg_dump', ['-Fc', '-f', file, name]);
      return file;
    },
    restore: async (dumped, name) => {
      const url = await createDatabase(name);
      await program('pg_restore', ['-d', name, dumped]);
      return url;
    },
    stop: async () => {
      // Waits until those who are taking their leave are gone; who stays is cut off.
      server.kill('SIGTERM');
      const cutOff = setTimeout(() => server.kill('SIGINT'), 3000);
      await ended;
      clearTimeout(cutOff);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

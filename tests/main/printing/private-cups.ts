import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real print server of our own on a socket in a temporary folder; the machine's own queues are not touched. */
export type PrivateCups = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A raw queue to a network printer (AppSocket, the protocol of port 9100). */
  readonly addQueue: (name: string, port: number) => void;
  readonly admin: (program: string, ...programArguments: string[]) => void;
  readonly stop: () => Promise<void>;
};

const CUPSD = '/usr/sbin/cupsd';

export async function startPrivateCups(): Promise<PrivateCups> {
  if (!existsSync(CUPSD)) throw new Error('cupsd is missing: apt-get install cups cups-client');
  const folder = await mkdtemp(join(tmpdir(), 'quay-cups-'));
  await chmod(folder, 0o755);
  for (const name of ['root', 'cache', 'state', 'spool', 'tmp', 'log']) await mkdir(join(folder, name));
  const socket = join(folder, 'cups.sock');
  const files = join(folder, 'cups-files.conf');
  const daemon = join(folder, 'cupsd.conf');
  await writeFile(
    files,
    [
      `ServerRoot ${folder}/root`,
      `CacheDir ${folder}/cache`,
      `StateDir ${folder}/state`,
      `RequestRoot ${folder}/spool`,
      `TempDir ${folder}/tmp`,
      'ServerBin /usr/lib/cups',
      'DataDir /usr/share/cups',
      `AccessLog ${folder}/log/access`,
      `ErrorLog ${folder}/log/error`,
      `PageLog ${folder}/log/page`,
      'Sandboxing Relaxed',
      'SystemGroup root',
    ].join('\n'),
  );
  await writeFile(
    daemon,
    [
      `Listen ${socket}`,
      'Browsing Off',
      'DefaultAuthType None',
      'WebInterface No',
      'PreserveJobFiles No',
      '<Location />\nOrder allow,deny\nAllow all\n</Location>',
      '<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>',
    ].join('\n'),
  );
  const child = spawn(CUPSD, ['-f', '-c', daemon, '-s', files], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  for (let tries = 0; !existsSync(socket); tries += 1) {
    if (tries > 100) throw new Error('cupsd did not open its socket in 10 s');
    await sleep(100);
  }
  const environment = { ...process.env, CUPS_SERVER: socket };
  const admin: PrivateCups['admin'] = (program, ...programArguments) =>
    void execFileSync(program, programArguments, { env: environment, stdio: 'pipe' });
  return {
    environment,
    admin,
    addQueue: (name, port) =>
      admin('/usr/sbin/lpadmin', '-p', name, '-E', '-v', `socket://127.0.0.1:${port}`),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A printer on the network that keeps what it gets; resolves with the bytes of the first job. */
export async function startNetworkPrinter(): Promise<{
  readonly port: number;
  readonly firstJob: Promise<Buffer>;
  readonly stop: () => void;
}> {
  let deliver: (bytes: Buffer) => void = () => undefined;
  const firstJob = new Promise<Buffer>((resolve) => {
    deliver = resolve;
  });
  const server: Server = createServer((connection) => {
    const parts: Buffer[] = [];
    connection.on('data', (part) => parts.push(part as Buffer));
    connection.on('end', () => {
      connection.end();
      deliver(Buffer.concat(parts));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, firstJob, stop: () => server.close() };
}

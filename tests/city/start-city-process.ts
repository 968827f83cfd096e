import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The reference city as a process of its own, which can be killed as a power cut would. */
export const startCityProcess = (dataDir: string) => startProcess(['--data', dataDir], process.env);

/** One of the processes that serve a PostgreSQL together. */
export const startCityProcessOn = (databaseUrl: string, desks = 6) =>
  startProcess(['--desks', String(desks)], { ...process.env, DATABASE_URL: databaseUrl });

async function startProcess(args: readonly string[], env: NodeJS.ProcessEnv) {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    exited.then(([code]) => {
      throw new Error(`the city ended with ${code} before it listened`);
    }),
  ])) as [string];
  const told: { url: string; codes: Record<string, string> } = JSON.parse(line);
  return {
    ...told,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

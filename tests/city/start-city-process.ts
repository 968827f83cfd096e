import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The reference city as a process of its own, which can be killed as a power cut would. */
export async function startCityProcess(dataDir: string) {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', '--data', dataDir], {
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

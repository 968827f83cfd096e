import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Row } from '../../city/city-database.ts';
import { COMPILED } from '../headless-desk/compiled.ts';
import type { CityAddress, CityAnswer, CityAsked, CityOrder } from './city-orders.ts';

const MAIN = join(import.meta.dirname, 'city-process.ts');

/** One life of the city's process. */
async function live(dataDir: string, desks: number, clockOffsetMs: number) {
  const child = spawn(
    process.execPath,
    [MAIN, '--data', dataDir, '--desks', String(desks), `--clock=${clockOffsetMs}`],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: COMPILED } },
  );
  const gone = once(child, 'exit');
  child.stdin.on('error', () => undefined); // an order written to a city that was killed
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listening = Promise.withResolvers<unknown>();
  waiting.set(0, listening);
  createInterface({ input: child.stdout }).on('line', (text) => {
    const { id, value, defect }: CityAnswer = JSON.parse(text);
    if (defect === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(defect));
    waiting.delete(id);
  });
  child.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the city is gone'));
    waiting.clear();
  });
  let lastId = 0;
  return {
    address: (await listening.promise) as CityAddress, // what id 0 carries
    ask: (order: CityOrder): Promise<unknown> => {
      lastId += 1;
      const answered = Promise.withResolvers<unknown>();
      waiting.set(lastId, answered);
      const asked: CityAsked = { id: lastId, order };
      child.stdin.write(`${JSON.stringify(asked)}\n`);
      return answered.promise;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    gone,
  };
}

/**
 * A city whose process can be killed and started again on the same database, put back to a copy of it, and asked by SQL.
 * Its address changes with every start.
 */
export async function startToldCity(dataDir: string, desks: number) {
  let clockOffsetMs = 0;
  let city = await live(dataDir, desks, clockOffsetMs);
  const stop = async (): Promise<void> => {
    await city.ask({ do: 'stop' });
    await city.gone;
  };
  const start = async (): Promise<void> => {
    city = await live(dataDir, desks, clockOffsetMs);
  };
  return {
    address: () => city.address,
    query: async <R extends Row>(text: string, values: readonly unknown[] = []): Promise<readonly R[]> =>
      (await city.ask({ do: 'query', text, values })) as readonly R[], // rows as the text asks for them
    publish: () => city.ask({ do: 'publish' }),
    /** Whether the city knows the dossier. */
    withdraw: async (dossierId: string, reason: string): Promise<boolean> =>
      (await city.ask({ do: 'withdraw', dossierId, reason })) === true,
    change: async (
      dossierId: string,
      changes: readonly { readonly field: string; readonly to: string }[],
    ): Promise<boolean> => (await city.ask({ do: 'change', dossierId, changes })) === true,
    setClock: async (offsetMs: number): Promise<void> => {
      clockOffsetMs = offsetMs;
      await city.ask({ do: 'set-clock', offsetMs });
    },
    stop,
    /** Without a word, as the power goes. */
    kill: () => city.kill(),
    start,
    /** A copy of the database, pages and all, as a backup holds it; the city stands still meanwhile. */
    backUp: async (folder: string): Promise<void> => {
      await stop();
      await rm(folder, { recursive: true, force: true });
      await cp(dataDir, folder, { recursive: true });
      await start();
    },
    /** The city wakes up as the copy has it. */
    restore: async (folder: string): Promise<void> => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
      await cp(folder, dataDir, { recursive: true });
      await start();
    },
  };
}
export type ToldCity = Awaited<ReturnType<typeof startToldCity>>;

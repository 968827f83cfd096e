import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ok, type Result } from '../../../shared/base/result.ts';
import { ScannerAddress } from '../../../shared/contracts/bridge/scanning.ts';
import { type DiskFailure, diskFailure } from '../../disk/disk-failure.ts';
import { ensureFolder, writeWholeFile } from '../../disk/durable-writes.ts';

const Kept = z.object({
  addresses: z.array(ScannerAddress).max(100),
  /** SHA-256 fingerprints of scanners' own certificates by `host:port`. */
  pins: z.record(z.string(), z.string()),
});
type Kept = Readonly<z.infer<typeof Kept>>;

/** What the desk remembers of network scanners: nothing about people, so a plain file of its own beside the desk's. */
export type EsclMemory = {
  readonly read: () => Promise<Kept>;
  readonly change: (changed: (kept: Kept) => Kept) => Promise<Result<Kept, DiskFailure>>;
};

export function createEsclMemory(folder: string, path: string): EsclMemory {
  let kept: Promise<Kept> | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Kept> {
    const text = await readFile(path, 'utf8').catch(() => '');
    // Damaged is as good as empty: addresses are typed again, certificates met again.
    const parsed = Kept.safeParse(parseJson(text));
    return parsed.success ? parsed.data : { addresses: [], pins: {} };
  }
  const read = (): Promise<Kept> => {
    kept ??= load();
    return kept;
  };
  return {
    read,
    change: (changed) => {
      const done = writing.then(async () => {
        const next = changed(await read());
        try {
          await ensureFolder(folder);
          await writeWholeFile(path, JSON.stringify(next));
        } catch (thrown) {
          return diskFailure(thrown);
        }
        kept = Promise.resolve(next);
        return ok(next);
      });
      // the next one waits for this one, whatever became of it
      writing = done.catch(() => undefined);
      return done;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { Sha256 } from '../../shared/base/ids.ts';
import { ok, type Result } from '../../shared/base/result.ts';
import { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';
import { fileSealFrom, HEADER_BYTES, newFileSeal } from '../disk/chunk-seal.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { ensureFolder, syncFolder, writeWholeFile } from '../disk/durable-writes.ts';
import { exists } from '../disk/exists.ts';
import { UNFINISHED } from './content-store.ts';

/** The words that PDF pages carried, each sealed beside its page image (`pages/ab/<sha256>.text`). */
export type TextLayers = {
  /** Durable when it resolves ok. The first that a page got stays; one that no longer opens is replaced. */
  readonly keepTextLayer: (sha256: Sha256, layer: TextLayer) => Promise<Result<null, DiskFailure>>;
  /** null when the page has none, or its seal does not hold: the page is then read like any other. */
  readonly findTextLayer: (sha256: Sha256) => Promise<TextLayer | null>;
  /** Is there a file of words beside the page? Says nothing about its health. */
  readonly hasTextLayer: (sha256: Sha256) => Promise<boolean>;
};

/** The page's name is bound into the seal: one page's words cannot be put beside another's picture. */
const Kept = z.object({ page: Sha256, layer: TextLayer });

/** A layer at its largest is some 4 MB of JSON; what unfolds beyond this was not written here. */
const MOST_BYTES = 32 * 1024 * 1024;

/** @param key the page store's: every file derives its own from it */
export function createTextLayers(dir: string, key: Uint8Array): TextLayers {
  const pathOf = (sha256: Sha256): string => join(dir, sha256.slice(0, 2), `${Sha256.parse(sha256)}.text`);

  async function findTextLayer(sha256: Sha256): Promise<TextLayer | null> {
    const bytes = await readFile(pathOf(sha256)).catch((thrown: unknown) => {
      // absent, or a disk that does not give it: the page is read instead, and its own picture will tell
      diskFailure(thrown);
      return null;
    });
    if (bytes === null) return null;
    const sealed = bytes.subarray(HEADER_BYTES);
    const opened = fileSealFrom(key, bytes.subarray(0, HEADER_BYTES))?.openMeta(sealed) ?? null;
    if (opened === null) return null;
    const json = inflateSync(opened, { maxOutputLength: MOST_BYTES }).toString('utf8');
    const kept = Kept.safeParse(JSON.parse(json));
    return kept.success && kept.data.page === sha256 ? kept.data.layer : null;
  }

  return {
    findTextLayer,
    hasTextLayer: (sha256) => exists(pathOf(sha256)),
    keepTextLayer: async (sha256, layer) => {
      if ((await findTextLayer(sha256)) !== null) return ok(null);
      const seal = newFileSeal(key);
      const kept: z.input<typeof Kept> = { page: sha256, layer };
      const sealed = seal.sealMeta(deflateSync(JSON.stringify(kept)));
      try {
        // what an interrupted write leaves there goes at the next opening of the store
        const beside = join(dir, UNFINISHED, randomUUID());
        await writeWholeFile(beside, Buffer.concat([seal.header, sealed]));
        await ensureFolder(dirname(pathOf(sha256)));
        await rename(beside, pathOf(sha256));
        await syncFolder(dirname(pathOf(sha256)));
        return ok(null);
      } catch (thrown) {
        return diskFailure(thrown);
      }
    },
  };
}

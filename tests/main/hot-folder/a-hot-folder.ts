import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, onTestFinished } from 'vitest';
import {
  type HotFolder,
  type HotFolderPorts,
  openHotFolder,
} from '../../../src/main/hot-folder/hot-folder.ts';
import type { LocalDate } from '../../../src/shared/base/dates.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../../src/shared/base/result.ts';
import type { StoredPage } from '../../../src/shared/domain/page/page.ts';

export const TODAY = '2026-11-22' as LocalDate;

export function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hot-folder-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A page named by the file's bytes; what begins with "bad" is refused. */
export function pagesOf(name: string, bytes: Uint8Array): Result<readonly StoredPage[], Failure> {
  if (bytes.length === 0) return fail('file-empty', 'officer-decides', { name });
  if (Buffer.from(bytes).toString().startsWith('bad'))
    return fail('file-damaged', 'officer-decides', { name });
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  return ok([
    { sha256, mediaType: 'image/png', byteLength: bytes.length, width: 900, height: 900, dpi: 200 },
  ]);
}

/** What main keeps for the folder, across restarts. */
export const aMemory = (): Map<string, unknown> => new Map();

/** A desk that watches; quick, so that tests need not wait. */
export async function aDesk(
  memory: Map<string, unknown>,
  ports: Partial<HotFolderPorts> = {},
): Promise<HotFolder> {
  const opened = await openHotFolder({
    importFile: async (name, bytes) => pagesOf(name, bytes),
    areInUse: async () => false,
    load: async (name) => ok(memory.get(name) ?? null),
    save: async (name, value) => {
      memory.set(name, structuredClone(value));
      return ok(null);
    },
    desk: 'CN02-Q03',
    today: () => TODAY,
    newId: v7,
    onChange: () => undefined,
    logDefect: () => undefined,
    largestFileBytes: 1024 * 1024,
    times: { restMs: 120, lookEveryMs: 40, answerWithinMs: 1000 },
    ...ports,
  });
  onTestFinished(opened.close);
  return opened;
}

export const waitingNames = (desk: HotFolder): readonly string[] =>
  desk.status().waiting.map(({ name }) => name);

export const PAGES = { became: 'pages' } as const;
export const waits = (desk: HotFolder, names: readonly string[]) =>
  expect.poll(() => waitingNames(desk), { timeout: 8000 }).toEqual(names);

export async function watching(dir: string, memory = aMemory(), ports: Parameters<typeof aDesk>[1] = {}) {
  const desk = await aDesk(memory, ports);
  expect((await desk.choose(dir, false)).ok).toBe(true);
  return desk;
}

export async function taken(desk: HotFolder, name: string) {
  const file = await desk.take(name);
  if (!file.ok) throw new Error(file.failure.code);
  return file.value;
}

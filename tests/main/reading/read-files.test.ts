import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFiles } from '../../../src/main/reading/read-files.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-files-'));
  await writeFile(join(folder, 'a.png'), 'a');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Handler = (event: never, input: unknown) => Promise<unknown>;
const sha256 = 'e'.repeat(64) as Sha256;

/** Starts reading mode on `a.png`; `page` plays the reading page through the doors. */
function start(
  trusted: boolean,
  page: (call: (name: string, input: unknown) => Promise<unknown>) => void,
  longestSilenceMs?: number,
) {
  const doors = new Map<string, Handler>();
  const written: string[] = [];
  const exit = readFiles({
    argv: ['electron', '.', '--read', 'a.png'],
    workingFolder: folder,
    ipcMain: { handle: (name, handler) => void doors.set(name, handler as Handler) },
    isTrustedSender: () => trusted,
    importFile: async () =>
      ok([{ sha256, mediaType: 'image/png', byteLength: 1, width: 1, height: 1, dpi: null }]),
    largestFileBytes: 100,
    openReadingPage: () => page(async (name, input) => doors.get(name)?.({} as never, input)),
    write: (line) => void written.push(line),
    ...(longestSilenceMs === undefined ? {} : { longestSilenceMs }),
  });
  return { exit, written };
}

describe('reading mode', () => {
  it('hands pages to the reading page and exits with 1 when one failed', async () => {
    const failure = { code: 'reading-timed-out', remedy: 'officer-decides' };
    const { exit, written } = start(true, async (call) => {
      expect(await call('reader:next', {})).toEqual(ok({ task: { task: 0, sha256, rotation: 0 } }));
      await call('reader:failed', { task: 0, failure });
      expect(await call('reader:next', {})).toEqual(ok({ task: null }));
    });
    expect(await exit).toBe(1);
    expect(written).toEqual([
      `@reading ${JSON.stringify({ file: join(folder, 'a.png'), page: 1, failure })}\n`,
    ]);
  });

  it('answers nobody but the reading page', async () => {
    const answer = await new Promise((resolve) => {
      void start(false, (call) => resolve(call('reader:next', {}))).exit;
    });
    expect(answer).toEqual(fail('foreign-sender', 'call-support'));
  });

  it('gives up when the reading page never comes, or takes a page and does not come back', async () => {
    await expect(start(true, () => undefined, 20).exit).rejects.toThrow('silent');
    const taken = start(true, (call) => void call('reader:next', {}), 20);
    await expect(taken.exit).rejects.toThrow('silent');
    expect(taken.written).toEqual([]);
  });
});

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runOnSmallDisk } from '../disk/small-disk.ts';
import { commit, ENROLLED, freshFolder, opened, readAll, voided } from './journal-fixture.ts';

/** The prototype of file handles: where a fault of the disk can be put in. */
async function handlePrototype() {
  const handle = await open(import.meta.filename);
  const prototype = Object.getPrototypeOf(handle) as { datasync: () => Promise<void> };
  await handle.close();
  const { datasync } = prototype;
  onTestFinished(() => {
    prototype.datasync = datasync;
  });
  return { prototype, datasync };
}

describe('a disk that fails', () => {
  it('[JR-19] a full disk refuses the commit, leaves no byte of it, stays readable, and goes on when there is room', async () => {
    expect(await runOnSmallDisk(join(import.meta.dirname, 'fill-disk-with-events.ts'), 1024)).toEqual({
      failure: 'disk-full',
      second: 'disk-full',
      grewByRefused: 0,
      headMovedByRefused: 0,
      missingWhileFull: 0,
      afterRoom: 'ok',
      missing: 0,
      findings: 0,
    });
  });

  it('[JR-11] nothing is acknowledged, shown or told before the flush is over', async () => {
    const { journal } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    const { prototype, datasync } = await handlePrototype();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let reached = () => {};
    const flushing = new Promise<void>((resolve) => {
      reached = resolve;
    });
    prototype.datasync = async function (this: unknown) {
      reached();
      await held;
      return datasync.call(this);
    };
    let told = 0;
    let acknowledged = false;
    journal.subscribe(() => {
      told += 1;
    });
    const appending = commit(journal, voided(1)).then((done) => {
      acknowledged = done.ok;
    });
    await flushing;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([acknowledged, told, journal.head().seq, (await readAll(journal)).length]).toEqual([
      false,
      0,
      1,
      1,
    ]);
    letGo();
    await appending;
    expect([acknowledged, told, journal.head().seq, (await readAll(journal)).length]).toEqual([
      true,
      1,
      2,
      2,
    ]);
    await journal.close();
  });

  it('[JR-19] a flush that fails takes the commit back; the same command may be sent again', async () => {
    const dir = freshFolder();
    const { journal } = await opened(dir);
    await commit(journal, ENROLLED);
    const { prototype, datasync } = await handlePrototype();
    prototype.datasync = () => Promise.reject(Object.assign(new Error('i/o'), { code: 'EIO', errno: -5 }));
    const order = {
      expectedHead: journal.head(),
      command: journal.head().hash as never,
      by: null,
      facts: [voided(1)],
    };
    expect(await journal.append(order)).toMatchObject({
      failure: { code: 'disk-error', facts: { errno: 'EIO' } },
    });
    expect(journal.head().seq).toBe(1);
    prototype.datasync = datasync;
    expect((await journal.append(order)).ok).toBe(true);
    await journal.close();
    const again = await opened(dir);
    expect(again.findings).toEqual([]);
    expect(again.journal.head().seq).toBe(2);
    await again.journal.close();
  });
});

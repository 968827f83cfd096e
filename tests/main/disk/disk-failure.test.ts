import { open, readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { describe, expect, it } from 'vitest';
import { diskFailure } from '../../../src/main/disk/disk-failure.ts';

const thrownBy = (task: () => Promise<unknown>): Promise<unknown> =>
  task().then(
    () => null,
    (thrown: unknown) => thrown,
  );

describe('what a file system threw', () => {
  it.each(['ENOSPC', 'EDQUOT'])('%s is a full disk, which an officer can mend', (code) => {
    expect(diskFailure(Object.assign(new Error(code), { code, errno: -28 })).failure).toEqual({
      code: 'disk-full',
      remedy: 'officer-decides',
    });
  });

  it('anything else of the system is told with its name', async () => {
    expect(diskFailure(await thrownBy(() => readFile(import.meta.dirname))).failure).toMatchObject({
      code: 'disk-error',
      remedy: 'call-support',
      facts: { errno: 'EISDIR' },
    });
  });

  it('a file that was closed meanwhile has no number and is told all the same', async () => {
    const handle = await open(import.meta.filename);
    await handle.close();
    expect(diskFailure(await thrownBy(() => handle.stat())).failure.facts).toEqual({ errno: 'EBADF' });
  });

  it('defects and what a source stream threw are thrown on', async () => {
    const theirs = [
      new TypeError('a defect'),
      Object.assign(new Error('stored content is damaged'), { code: 'page-damaged' }),
      Object.assign(new Error('aborted'), { code: 'ECONNRESET' }),
      await thrownBy(async () => createConnection({ port: 70_000 })),
      'no error at all',
    ];
    for (const thrown of theirs) expect(() => diskFailure(thrown)).toThrow(thrown as Error);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerReadingDoors } from '../../../src/main/reading/answer-reading-doors.ts';
import { filesToRead } from '../../../src/main/reading/files-to-read.ts';
import { outcomeLine, type ReadingOutcome } from '../../../src/main/reading/reading-outcome.ts';
import { runReadingJob } from '../../../src/main/reading/run-reading-job.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import type { PageReading } from '../../../src/shared/contracts/bridge/reading.ts';
import type { StoredPage } from '../../../src/shared/domain/page/page.ts';
import { plainReading } from '../../support/plain-reading.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-job-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const page = (text: string): StoredPage => ({
  sha256: Buffer.from(text).toString('hex').padStart(64, '0') as Sha256,
  mediaType: 'image/png',
  byteLength: 1,
  width: 1,
  height: 1,
  dpi: 200,
});
const reading = (sha256: string): PageReading => ({
  sha256,
  rotation: 180,
  text: 'chữ',
  words: [],
  fields: [],
  ...plainReading,
  meanConfidence: 0.9,
  skewDegrees: 0.4,
  blank: false,
  seconds: 1,
});

/** Each file holds one letter a page; a file with `!` is refused. */
async function jobFor(contents: Readonly<Record<string, string>>, more: readonly string[] = []) {
  const files: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    files.push(join(folder, name));
    await writeFile(join(folder, name), content);
  }
  const told: ReadingOutcome[] = [];
  const job = runReadingJob({
    files: [...files, ...more],
    largestFileBytes: 5,
    importFile: async (_, bytes) => {
      const text = Buffer.from(bytes).toString();
      return text.includes('!') ? fail('file-damaged', 'officer-decides') : ok([...text].map(page));
    },
    tell: (outcome) => void told.push(outcome),
  });
  const seen = () =>
    told.map((outcome) => [
      outcome.file.slice(folder.length + 1),
      outcome.page,
      'failure' in outcome ? outcome.failure.code : 'read',
    ]);
  return { job, told, seen };
}

describe('reading job', () => {
  it('tells pages in the order of the files, whatever order they are read in', async () => {
    const { job, seen } = await jobFor({ 'a.png': 'ab', 'b.png': 'c' });
    const tasks = [await job.next(), await job.next(), await job.next()];
    expect(tasks.map((task) => task?.task)).toEqual([0, 1, 2]);
    job.done(2, reading('c'));
    expect(seen()).toEqual([]);
    job.done(0, reading('a'));
    expect(seen()).toEqual([['a.png', 1, 'read']]);
    job.done(1, reading('b'));
    expect(await job.next()).toBeNull();
    expect(await job.finished).toEqual({ failedFiles: 0 });
    expect(seen()).toEqual([
      ['a.png', 1, 'read'],
      ['a.png', 2, 'read'],
      ['b.png', 1, 'read'],
    ]);
  });

  it('a file that is refused, missing or too large fails alone; the others are read', async () => {
    const { job, seen } = await jobFor({ 'bad.pdf': '!', 'large.tif': 'abcdefgh', 'good.png': 'a' }, [
      join(folder, 'nothing.png'),
    ]);
    const waiting = [job.next(), job.next(), job.next()];
    expect((await waiting[0])?.task).toBe(2);
    job.done(2, reading('a'));
    expect(await waiting[1]).toBeNull();
    expect(await waiting[2]).toBeNull();
    expect(await job.finished).toEqual({ failedFiles: 3 });
    expect(seen()).toEqual([
      ['bad.pdf', null, 'file-damaged'],
      ['large.tif', null, 'file-too-large'],
      ['good.png', 1, 'read'],
      ['nothing.png', null, 'file-not-readable'],
    ]);
  });

  it('pages in hand when the reading page falls over fail; it goes on with the rest', async () => {
    const { job, seen } = await jobFor({ 'a.png': 'ab' });
    await job.next();
    job.lost();
    job.done(0, reading('a'));
    expect((await job.next())?.task).toBe(1);
    job.failed(1, { code: 'reading-timed-out', remedy: 'officer-decides' });
    await job.next();
    expect(await job.finished).toEqual({ failedFiles: 1 });
    expect(seen()).toEqual([
      ['a.png', 1, 'reading-crashed'],
      ['a.png', 2, 'reading-timed-out'],
    ]);
  });

  it('a page that is asked for by a reading page that fell over goes to the next one', async () => {
    const { job, seen } = await jobFor({ 'a.png': 'a' });
    const asked = job.next();
    job.lost();
    expect(await asked).toBeNull();
    expect((await job.next())?.task).toBe(0);
    job.done(0, reading('a'));
    await job.next();
    expect(await job.finished).toEqual({ failedFiles: 0 });
    expect(seen()).toEqual([['a.png', 1, 'read']]);
  });

  it('a defect of importing ends the job loudly', async () => {
    const job = runReadingJob({
      files: [import.meta.filename],
      largestFileBytes: 1e9,
      importFile: () => Promise.reject(new Error('defect')),
      tell: () => undefined,
    });
    const broken = expect(job.finished).rejects.toThrow('defect');
    expect(await job.next()).toBeNull();
    await broken;
  });

  it('its doors parse what comes in', async () => {
    const { job, seen } = await jobFor({ 'a.png': 'a' });
    const doors = answerReadingDoors(job);
    const next = await doors['reader:next']({});
    expect(next).toMatchObject({ ok: true, value: { task: { task: 0, rotation: 0 } } });
    expect(await doors['reader:done']({ task: 0, reading: { text: 1 } })).toMatchObject({
      failure: { code: 'bad-request' },
    });
    expect(seen()).toEqual([]);
    expect(await doors['reader:done']({ task: 0, reading: reading('a'.repeat(64)) })).toEqual({
      ok: true,
      value: {},
    });
    expect(seen()).toEqual([['a.png', 1, 'read']]);
  });

  it('a line carries what the command prints, and no words', () => {
    const line = outcomeLine({ file: '/a', page: 1, reading: reading('a') });
    expect(JSON.parse(line.replace('@reading ', ''))).toEqual({
      file: '/a',
      page: 1,
      seconds: 1,
      text: 'chữ',
      fields: [],
      ...plainReading,
      meanConfidence: 0.9,
      rotationDegrees: 180,
      skewDegrees: 0.4,
      blank: false,
    });
  });

  it('files stand behind --read, relative to where the person stands', () => {
    expect(filesToRead(['electron', '/app', '--read', 'a.png', '/b.pdf'], '/home/x')).toEqual([
      '/home/x/a.png',
      '/b.pdf',
    ]);
    expect(filesToRead(['electron', '/app'], '/')).toEqual([]);
  });
});

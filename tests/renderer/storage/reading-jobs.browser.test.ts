import { describe, expect, it } from 'vitest';
import { createReadingJobs } from '../../../src/renderer/storage/reading-jobs.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import type { PageReading } from '../../../src/shared/contracts/bridge/reading.ts';
import { plainReading } from '../../support/plain-reading.ts';
import { aCopy } from '../support/a-copy.ts';

const sha = (digit: string): Sha256 => digit.repeat(64) as Sha256;
const reading = (sha256: Sha256): PageReading => ({
  sha256,
  rotation: 0,
  text: 'GIẤY KHAI SINH',
  words: [],
  fields: [],
  ...plainReading,
  meanConfidence: 0.9,
  skewDegrees: 0,
  blank: false,
  seconds: 1,
});
const clock = () => {
  let ms = 0;
  return () => (ms += 1);
};

describe('reading jobs', () => {
  it('survive a restart, in the order in which they came', async () => {
    const { database, reopen } = await aCopy();
    const jobs = createReadingJobs(database, clock());
    await jobs.add({ sha256: sha('c'), rotation: 0 });
    await jobs.add({ sha256: sha('a'), rotation: 90 });
    await jobs.add({ sha256: sha('b'), rotation: 0 });
    const again = createReadingJobs((await reopen()).database, clock());
    expect(await again.pending()).toEqual([
      { sha256: sha('c'), rotation: 0 },
      { sha256: sha('a'), rotation: 90 },
      { sha256: sha('b'), rotation: 0 },
    ]);
  });

  it('end when the reading is kept; the page is not read again until it is turned', async () => {
    const { database } = await aCopy();
    const jobs = createReadingJobs(database, clock());
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    await jobs.save({ sha256: sha('a'), rotation: 0 }, reading(sha('a')));
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    expect(await jobs.pending()).toEqual([]);
    expect(await database.pageReadings.get(sha('a'))).toMatchObject({ text: 'GIẤY KHAI SINH' });
    await jobs.add({ sha256: sha('a'), rotation: 180 });
    expect(await jobs.pending()).toEqual([{ sha256: sha('a'), rotation: 180 }]);
  });

  it('a page turned while it was being read is read again with the new turn', async () => {
    const { database } = await aCopy();
    const jobs = createReadingJobs(database, clock());
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    await jobs.add({ sha256: sha('a'), rotation: 90 });
    await jobs.save({ sha256: sha('a'), rotation: 0 }, reading(sha('a')));
    expect(await jobs.pending()).toEqual([{ sha256: sha('a'), rotation: 90 }]);
  });

  it('a failure of the turn before does not end the job of the turn now', async () => {
    const { database } = await aCopy();
    const jobs = createReadingJobs(database, clock());
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    await jobs.add({ sha256: sha('a'), rotation: 90 });
    await jobs.failed(
      { sha256: sha('a'), rotation: 0 },
      { code: 'reading-crashed', remedy: 'officer-decides' },
    );
    expect(await jobs.pending()).toEqual([{ sha256: sha('a'), rotation: 90 }]);
  });

  it('one that failed rests with its code until somebody asks again', async () => {
    const { database } = await aCopy();
    const jobs = createReadingJobs(database, clock());
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    await jobs.failed(
      { sha256: sha('a'), rotation: 0 },
      { code: 'reading-crashed', remedy: 'officer-decides' },
    );
    expect(await jobs.pending()).toEqual([]);
    expect(await database.pageReadingJobs.get(sha('a'))).toMatchObject({ failure: 'reading-crashed' });
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    expect(await jobs.pending()).toHaveLength(1);
  });

  it('a reset of the copy takes neither jobs nor readings', async () => {
    const { database, store } = await aCopy();
    const jobs = createReadingJobs(database, clock());
    await jobs.add({ sha256: sha('a'), rotation: 0 });
    await jobs.save({ sha256: sha('b'), rotation: 0 }, reading(sha('b')));
    await store.reset();
    expect(await jobs.pending()).toHaveLength(1);
    expect(await database.pageReadings.count()).toBe(1);
  });
});

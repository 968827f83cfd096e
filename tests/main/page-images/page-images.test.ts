import { describe, expect, it } from 'vitest';
import { createPageImages } from '../../../src/main/page-images/page-images.ts';
import { createRecentImages } from '../../../src/main/page-images/recent-images.ts';
import { createTurns } from '../../../src/main/page-images/turns.ts';
import { fixture } from './page-fixtures.ts';

const page = fixture('vn09_tt53-2025_p06_chuky.png');

describe('page images', () => {
  it('[PGM-6] the same wish made five times at once is one job, and later none', async () => {
    let reads = 0;
    const images = createPageImages({
      readPage: async () => {
        reads++;
        return page;
      },
    });
    const made = await Promise.all(
      Array.from({ length: 5 }, () => images.upright('a', { rotation: 0 }, 300)),
    );
    expect(new Set(made).size).toBe(1);
    expect(await images.upright('a', { rotation: 0 }, 300)).toBe(made[0]);
    expect(reads).toBe(1);
    await images.upright('a', { rotation: 90 }, 300);
    expect(reads).toBe(2);
  });

  it('a page that is not there, or is no picture, is null, not an error', async () => {
    const none = createPageImages({ readPage: async () => null });
    expect(await none.upright('a', { rotation: 0 }, 300)).toBeNull();
    expect(await none.reading('a', { rotation: 0 })).toBeNull();
    const noise = createPageImages({ readPage: async () => Buffer.from('noise') });
    expect(await noise.upright('a', { rotation: 0 }, 300)).toBeNull();
    expect(await noise.reading('a', { rotation: 0 })).toBeNull();
  });

  it('[PGM-5] at most two at once, one not for the eye; the eye first, then reading, then judging', async () => {
    const turns = createTurns();
    const log: string[] = [];
    let running = 0;
    let most = 0;
    const job = (name: string) => async () => {
      log.push(name);
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 10));
      running--;
    };
    await Promise.all([
      turns.take('reading', job('r1')),
      turns.take('judging', job('j1')),
      turns.take('reading', job('r2')),
      turns.take('reading', job('r3')),
      turns.take('eye', job('e1')),
      turns.take('eye', job('e2')),
      turns.take('eye', job('e3')),
    ]);
    expect(most).toBe(2);
    expect(log.slice(0, 2)).toEqual(['r1', 'e1']);
    expect(log.indexOf('e3')).toBeLessThan(log.indexOf('r2'));
    expect(log.at(-1)).toBe('j1');
    expect(log).toHaveLength(7);
  });

  it('[PGM-5] a job that fails gives its place back', async () => {
    const turns = createTurns();
    for (let n = 0; n < 4; n++)
      await expect(turns.take('eye', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take('reading', async () => 'served')).toBe('served');
  });

  it('[PGM-6] keeps images up to its bytes, the oldest-used go first', () => {
    const recent = createRecentImages(300);
    recent.keep('a', Buffer.alloc(100));
    recent.keep('b', Buffer.alloc(100));
    recent.keep('c', Buffer.alloc(100));
    recent.find('a');
    recent.keep('d', Buffer.alloc(100));
    expect(['a', 'b', 'c', 'd'].filter((key) => recent.find(key) !== undefined)).toEqual(['a', 'c', 'd']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/renderer/ocr/engine.ts';
import { createEnginePool } from '../../../src/renderer/ocr/engine-pool.ts';

type Behaviour = 'answers' | 'hangs' | 'breaks';

/** Engines that behave as told, one after the other; a stopped one never settles, as with real workers. */
function engines(...behaviours: readonly Behaviour[]) {
  const seen = { started: 0, stopped: 0, atOnce: 0, most: 0 };
  const start = async (): Promise<Engine<number, number>> => {
    const behaviour = behaviours[seen.started] ?? 'answers';
    seen.started += 1;
    return {
      run: (input) => {
        seen.atOnce += 1;
        seen.most = Math.max(seen.most, seen.atOnce);
        return new Promise((resolve, reject) => {
          if (behaviour === 'hangs') return;
          setTimeout(() => {
            seen.atOnce -= 1;
            if (behaviour === 'answers') resolve(input * 2);
            else reject(new Error('aborted'));
          }, 5);
        });
      },
      stop: () => {
        seen.stopped += 1;
      },
    };
  };
  return { seen, start };
}

const settings = { size: 2, runTimeoutMs: 60, startTimeoutMs: 60, idleMs: 10_000 };

describe('engine pool', () => {
  it('starts no more engines than it may, and only when there is work', async () => {
    const { seen, start } = engines();
    const pool = createEnginePool(start, settings);
    expect(seen.started).toBe(0);
    const results = await Promise.all([1, 2, 3, 4, 5].map((input) => pool.run(input, 'background')));
    expect(results.map((result) => result.ok && result.value)).toEqual([2, 4, 6, 8, 10]);
    expect(seen).toMatchObject({ started: 2, most: 2, stopped: 0 });
    pool.close();
    expect(seen.stopped).toBe(2);
  });

  it('throws an engine away that hangs, and tries the page once more on a fresh one', async () => {
    const { seen, start } = engines('hangs', 'answers');
    const pool = createEnginePool(start, { ...settings, size: 1 });
    expect(await pool.run(4, 'background')).toEqual({ ok: true, value: 8 });
    expect(seen).toMatchObject({ started: 2, stopped: 1 });
  });

  it('gives up after the second hang, says how long it waited, and serves the next page', async () => {
    const { seen, start } = engines('hangs', 'hangs', 'answers');
    const pool = createEnginePool(start, { ...settings, size: 1 });
    expect(await pool.run(1, 'background')).toEqual({
      ok: false,
      failure: { code: 'reading-timed-out', remedy: 'officer-decides', facts: { seconds: 0.06 } },
    });
    expect(await pool.run(2, 'background')).toEqual({ ok: true, value: 4 });
    expect(seen).toMatchObject({ started: 3, stopped: 2 });
  });

  it('an engine that falls over twice is a failure of the page, not of the pool', async () => {
    const { start } = engines('breaks', 'breaks');
    const pool = createEnginePool(start, { ...settings, size: 1 });
    expect(await pool.run(1, 'background')).toMatchObject({ failure: { code: 'reading-crashed' } });
    expect(await pool.run(2, 'background')).toMatchObject({ value: 4 });
  });

  it.each([
    ['refuses to start', () => Promise.reject(new Error('no data'))],
    ['never comes up', () => new Promise<Engine<number, number>>(() => undefined)],
  ])('an engine that %s is told as such', async (_, start) => {
    const pool = createEnginePool<number, number>(start, settings);
    expect(await pool.run(1, 'background')).toMatchObject({ failure: { code: 'reading-engine-failed' } });
  });

  it('has one engine ready when it is warmed, and never two', async () => {
    const { seen, start } = engines();
    const pool = createEnginePool(start, settings);
    pool.warm();
    pool.warm();
    await expect.poll(() => seen.started).toBe(1);
    expect(await pool.run(2, 'background')).toMatchObject({ value: 4 });
    pool.warm();
    expect(seen.started).toBe(1);
  });

  it('warming what does not start leaves the pool as it was', async () => {
    let tries = 0;
    const pool = createEnginePool<number, number>(() => {
      tries += 1;
      return Promise.reject(new Error('no data'));
    }, settings);
    pool.warm();
    await expect.poll(() => tries).toBe(1);
    expect(await pool.run(1, 'background')).toMatchObject({ failure: { code: 'reading-engine-failed' } });
  });

  it('an engine that comes up after the pool was closed is stopped', async () => {
    const { seen, start } = engines();
    const pool = createEnginePool(start, settings);
    pool.warm();
    pool.close();
    await expect.poll(() => [seen.started, seen.stopped]).toEqual([1, 1]);
  });

  it('idle engines give their memory back', async () => {
    const { seen, start } = engines();
    const pool = createEnginePool(start, { ...settings, idleMs: 20 });
    await pool.run(1, 'background');
    await expect.poll(() => seen.stopped).toBe(1);
    expect(await pool.run(2, 'background')).toMatchObject({ value: 4 });
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNativeReadingRoutes } from '../../../src/main/bridge/native-reading-routes.ts';
import { createSharedPictures } from '../../../src/main/bridge/shared-pictures.ts';
import type { NativeReader } from '../../../src/main/native-reading/native-reader.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import type { EngineComparison } from '../../../src/shared/contracts/bridge/reading-engines.ts';

const SHA = 'a'.repeat(64);
const png = readFileSync(resolve(import.meta.dirname, '../../renderer/ocr/pictures/notice-head-200dpi.png'));

const FACTS = {
  width: 1654,
  height: 900,
  dpi: 200,
  skewDegrees: 1,
  codesSeen: false,
  upsideDown: false,
  darkGround: false,
  whiteRow: null,
};

function routes(given: { blank?: boolean; read?: NativeReader['read']; reader?: null } = {}) {
  const seen = { asked: [] as unknown[], compared: [] as EngineComparison[] };
  const read: NativeReader['read'] = async (picture, urgency) => {
    seen.asked.push([picture.dpi, urgency]);
    return ok({ tsv: 'tsv', milliseconds: 12 });
  };
  const engines = { native: '5.3.0', use: 'compare' } as const;
  const answer = createNativeReadingRoutes({
    reading: async (sha256, look) => {
      seen.asked.push(look);
      return sha256 === SHA ? { png, ...FACTS, blank: given.blank ?? false } : null;
    },
    reader: async () => (given.reader === null ? null : { read: given.read ?? read, close: () => undefined }),
    choice: {
      current: async () => engines,
      compared: async (comparison) => {
        seen.compared.push(comparison);
        return { ...engines, use: 'native-tesseract' };
      },
      giveUpNative: () => undefined,
    },
  });
  const get = (path: string, init?: RequestInit) => answer(new Request(`app://desk${path}`, init));
  return { seen, get };
}

describe('addresses of the PC’s own tesseract', () => {
  it('[NR-3] give what it read', async () => {
    const { seen, get } = routes();
    const answer = await get(`/pages/${SHA}/words?rotation=90&cut=whole&priority=looking`);
    expect(await answer?.json()).toEqual({ tsv: 'tsv', milliseconds: 12 });
    expect(seen.asked).toEqual([{ rotation: 90, cut: 'whole' }, [200, 'looking']]);
  });

  it('a blank page is not read', async () => {
    const { seen, get } = routes({ blank: true });
    expect(await (await get(`/pages/${SHA}/words?rotation=0`))?.json()).toEqual({ tsv: '', milliseconds: 0 });
    expect(seen.asked).toHaveLength(1);
  });

  it('say why there are no words', async () => {
    const timedOut = routes({
      read: async () => fail('reading-timed-out', 'officer-decides', { seconds: 60 }),
    });
    const answer = await timedOut.get(`/pages/${SHA}/words`);
    expect([answer?.status, await answer?.json()]).toMatchObject([
      503,
      { failure: { code: 'reading-timed-out', facts: { seconds: 60 } } },
    ]);
    const none = await routes({ reader: null }).get(`/pages/${SHA}/words`);
    expect(await none?.json()).toMatchObject({ failure: { code: 'native-engine-failed' } });
    expect((await routes().get(`/pages/${'b'.repeat(64)}/words`))?.status).toBe(404);
  });

  it.each([
    ['GET', `/pages/${SHA}/words?rotation=45`, 400],
    ['GET', `/pages/${SHA}/words?cut=1,2`, 400],
    ['POST', `/pages/${SHA}/words`, 405],
    ['DELETE', '/reading-engines', 405],
    ['PUT', '/reading-engines', 400],
  ])('refuse %s %s', async (method, path, status) => {
    const body = method === 'PUT' ? { body: '{"pages":0}' } : {};
    expect((await routes().get(path, { method, ...body }))?.status).toBe(status);
  });

  it.each(['/', `/pages/${SHA}`, `/pages/${SHA}/reading`, '/reading-engines/x'])(
    'are not these: %s',
    async (path) => {
      expect(await routes().get(path)).toBeNull();
    },
  );

  it('[NR-8] tell which engine is to be used, and take what was measured', async () => {
    const { seen, get } = routes();
    expect(await (await get('/reading-engines'))?.json()).toMatchObject({ use: 'compare' });
    const comparison = { pages: 2, tesseractJsMs: 2, nativeMs: 1 };
    const told = await get('/reading-engines', { method: 'PUT', body: JSON.stringify(comparison) });
    expect(await told?.json()).toMatchObject({ use: 'native-tesseract' });
    expect(seen.compared).toEqual([comparison]);
  });
});

describe('the picture that several ask for', () => {
  const pictures = (make: (n: number) => Promise<string | null>) => {
    let made = 0;
    const get = createSharedPictures(() => {
      made += 1;
      return make(made);
    });
    return { get, made: () => made };
  };
  const sha = (n: number) => String(n).padStart(64, '0');

  it('is made once for a look, also while it is being made', async () => {
    const { get, made } = pictures(async (n) => `picture ${n}`);
    const both = await Promise.all([get(sha(1), { rotation: 0 }), get(sha(1), { rotation: 0 })]);
    expect(both).toEqual(['picture 1', 'picture 1']);
    expect(await get(sha(1), { rotation: 90 })).toBe('picture 2');
    expect(made()).toBe(2);
  });

  it('is forgotten when others came, so that few lie in memory', async () => {
    const { get, made } = pictures(async (n) => `picture ${n}`);
    for (let n = 1; n <= 5; n += 1) await get(sha(n), { rotation: 0 });
    await get(sha(5), { rotation: 0 });
    expect(made()).toBe(5);
    await get(sha(1), { rotation: 0 });
    expect(made()).toBe(6);
  });

  it('is asked for again when there was none or it failed', async () => {
    const { get } = pictures(async (n) => {
      if (n === 1) return null;
      if (n === 2) throw new Error('defect');
      return 'picture';
    });
    expect(await get(sha(1), { rotation: 0 })).toBeNull();
    await expect(get(sha(1), { rotation: 0 })).rejects.toThrow('defect');
    expect(await get(sha(1), { rotation: 0 })).toBe('picture');
  });
});

import { describe, expect, it } from 'vitest';
import { createChosenEngine } from '../../../../src/renderer/ocr/engines/chosen-engine.ts';
import type { PageInHand, TextReading } from '../../../../src/renderer/ocr/engines/text-reading.ts';
import type { Sha256 } from '../../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../../src/shared/base/result.ts';
import type {
  EngineComparison,
  ReadingEngines,
} from '../../../../src/shared/contracts/bridge/reading-engines.ts';

type Use = ReadingEngines['use'];
type Natively = Parameters<typeof createChosenEngine>[0]['natively'];

const page = (letters = 1000): PageInHand => ({
  sha256: String(letters).padStart(64, '0') as Sha256,
  look: { rotation: 0 },
  priority: 'looking',
  signal: undefined,
  picture: async () => fail('reading-picture-failed', 'officer-decides'),
});
const reading = (engine: TextReading['engine'], given: PageInHand, milliseconds: number): TextReading => ({
  text: 'a'.repeat(Number(given.sha256)),
  words: [],
  meanConfidence: 1,
  engine,
  milliseconds,
});

/** An engine over a main that says `uses`, one answer after the other. */
function engine(uses: readonly Use[], natively?: Natively) {
  const seen = { asked: 0, warmed: 0, native: 0, told: [] as EngineComparison[] };
  const idle: (() => Promise<void>)[] = [];
  const answer = () => uses[Math.min(seen.asked++, uses.length - 1)] ?? 'tesseract-js';
  const chosen = createChosenEngine({
    door: {
      ask: async () => answer(),
      tell: async (comparison) => {
        seen.told.push({ ...comparison });
        return answer();
      },
    },
    inWindow: async (given) => ok(reading('tesseract-js', given, 2000)),
    warmWindow: () => {
      seen.warmed += 1;
    },
    natively: async (given) => {
      seen.native += 1;
      return natively === undefined ? ok(reading('native-tesseract', given, 1500)) : natively(given);
    },
    whenFree: (work) => void idle.push(work),
  });
  const engineOf = async (given = page()) => {
    const read = await chosen.read(given);
    return read.ok ? read.value.engine : read.failure.code;
  };
  return { chosen, seen, idle, engineOf };
}

describe('the engine that reads', () => {
  it('is the window’s where the PC has none, and the PC’s where that was quicker', async () => {
    expect(await engine(['tesseract-js']).engineOf()).toBe('tesseract-js');
    expect(await engine(['native-tesseract']).engineOf()).toBe('native-tesseract');
  });

  it('is asked for once', async () => {
    const { seen, engineOf } = engine(['native-tesseract']);
    await engineOf();
    await engineOf();
    expect(seen.asked).toBe(1);
  });

  it('is found out on two full pages that both have read, once the window’s is warm, and changed at once', async () => {
    const { seen, idle, engineOf } = engine(['compare', 'native-tesseract']);
    await engineOf();
    await engineOf();
    await engineOf(page(20));
    expect(idle).toHaveLength(0);
    for (let more = 0; more < 3; more += 1) expect(await engineOf()).toBe('tesseract-js');
    expect(idle).toHaveLength(2);
    for (const work of idle) await work();
    expect(seen.told).toEqual([{ pages: 2, tesseractJsMs: 4000, nativeMs: 3000 }]);
    expect(await engineOf()).toBe('native-tesseract');
  });

  it('a comparison that fails is made on another page', async () => {
    let failures = 1;
    const { seen, idle, engineOf } = engine(['compare', 'tesseract-js'], async (given) =>
      failures-- > 0
        ? fail('reading-timed-out', 'officer-decides')
        : ok(reading('native-tesseract', given, 9)),
    );
    for (let more = 0; more < 4; more += 1) await engineOf();
    for (const work of idle.splice(0)) await work();
    expect(seen.told).toEqual([]);
    await engineOf();
    for (const work of idle.splice(0)) await work();
    expect(seen.told).toHaveLength(1);
  });

  it('a page that the PC’s program falls over on is read by the window’s; one that takes too long is not', async () => {
    const crashed = engine(['native-tesseract'], async () => fail('reading-crashed', 'officer-decides'));
    expect(await crashed.engineOf()).toBe('tesseract-js');
    expect(await crashed.engineOf()).toBe('tesseract-js');
    expect(crashed.seen).toMatchObject({ asked: 1, native: 2 });
    const slow = engine(['native-tesseract'], async () => fail('reading-timed-out', 'officer-decides'));
    expect(await slow.engineOf()).toBe('reading-timed-out');
  });

  it('main is asked again when its program is broken', async () => {
    const { seen, engineOf } = engine(['native-tesseract', 'tesseract-js'], async () =>
      fail('native-engine-failed', 'call-support'),
    );
    expect(await engineOf()).toBe('tesseract-js');
    expect(await engineOf()).toBe('tesseract-js');
    expect(seen).toMatchObject({ asked: 2, native: 1 });
  });

  it('is warmed only where starting it takes time', async () => {
    for (const [use, warmed] of [
      ['tesseract-js', 1],
      ['compare', 1],
      ['native-tesseract', 0],
    ] as const) {
      const { chosen, seen } = engine([use]);
      chosen.warm();
      await Promise.resolve();
      await Promise.resolve();
      expect(seen.warmed).toBe(warmed);
    }
  });
});

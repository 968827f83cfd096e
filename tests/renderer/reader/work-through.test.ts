import { describe, expect, it } from 'vitest';
import type { PageReader } from '../../../src/renderer/ports/page-reader.ts';
import type { ReadingDoor } from '../../../src/renderer/reader/reading-door.ts';
import { workThrough } from '../../../src/renderer/reader/work-through.ts';
import { fail, ok, type Result } from '../../../src/shared/base/result.ts';
import { plainReading } from '../../support/plain-reading.ts';

const sha256 = 'd'.repeat(64);

/** A main that has `count` pages and hears what became of them; refuses every call after `deafAfter` of them. */
function main(count: number, deafAfter = Number.POSITIVE_INFINITY) {
  const heard: string[] = [];
  let handedOut = 0;
  let calls = 0;
  const call = async (name: string, input: { task?: number }): Promise<Result<unknown>> => {
    calls += 1;
    if (calls > deafAfter) return fail('unexpected', 'call-support');
    if (name !== 'reader:next') {
      heard.push(`${name} ${input.task}`);
      return ok({});
    }
    const task = handedOut < count ? { task: handedOut++, sha256, rotation: 0 } : null;
    return ok({ task });
  };
  // The doors' types differ by name; this main answers each as it should.
  return { heard, door: { call } as unknown as ReadingDoor };
}

function reader(fails: (call: number) => boolean) {
  const seen = { calls: 0, atOnce: 0, most: 0, closed: 0 };
  const given: PageReader = {
    concurrency: 3,
    warm: () => undefined,
    close: () => {
      seen.closed += 1;
    },
    read: async (request) => {
      const call = seen.calls++;
      seen.atOnce += 1;
      seen.most = Math.max(seen.most, seen.atOnce);
      await new Promise((resolve) => setTimeout(resolve, 2));
      seen.atOnce -= 1;
      if (fails(call)) return fail('reading-timed-out', 'officer-decides');
      const { sha256: page } = request;
      const nothing = {
        text: '',
        words: [],
        fields: [],
        ...plainReading,
        meanConfidence: 1,
        skewDegrees: 0,
        blank: false,
      };
      return ok({ ...nothing, sha256: page, rotation: 0, seconds: 0 });
    },
  };
  return { seen, given };
}

describe('the windowless reading page', () => {
  it('asks until there is nothing left, as many at once as the reader likes, and tells of each', async () => {
    const { heard, door } = main(5);
    const { seen, given } = reader((call) => call === 1);
    await workThrough(door, given);
    expect(heard.sort()).toEqual([
      'reader:done 0',
      'reader:done 2',
      'reader:done 3',
      'reader:done 4',
      'reader:failed 1',
    ]);
    expect(seen).toMatchObject({ most: 3, closed: 1 });
  });

  it('ends when main does not answer any more', async () => {
    const { door } = main(1000, 7);
    const { seen, given } = reader(() => false);
    await workThrough(door, given);
    expect(seen.closed).toBe(1);
  });
});

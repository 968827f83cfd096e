import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCityLog } from '../../../src/main/journal/city-log.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import { freshFolder, KEY } from './journal-fixture.ts';

const hashOf = (seq: number) => seq.toString(16).padStart(64, '0');
const signed = { keyId: 'city-1', signature: 's' };
const at = '2026-11-21T03:42:00.000Z';

const verdict = (seq: number, outcome = 'accepted', signature = 's') =>
  ({
    kind: 'verdict',
    statement: {
      body: { deskId: 'CN02-Q03', seq, hash: hashOf(seq), outcome, reasonCode: '', reason: '', at },
      ...signed,
      signature,
    },
  }) as unknown as CityMessage; // brands

const cityEvent = (cursor: number, signature = 's') =>
  ({
    kind: 'city-event',
    statement: {
      body: { deskId: 'CN02-Q03', cursor, at, what: { type: 'reference-changed', version: cursor } },
      ...signed,
      signature,
    },
  }) as unknown as CityMessage; // brands

async function opened(dir: string, segmentBytes = 8_000_000) {
  const result = await openCityLog({ dir, key: KEY, segmentBytes });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const readAll = async (log: Awaited<ReturnType<typeof opened>>['cityLog'], after = 0) => {
  const page = await log.read({ after, limit: 10_000 });
  if (!page.ok) throw new Error(page.failure.code);
  return page.value.messages;
};

describe('city log', () => {
  it('[CL-1] keeps what was heard in the order it was heard, across restarts and segments', async () => {
    const dir = freshFolder();
    const { cityLog } = await opened(dir, 2000);
    const heard = Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? cityEvent(n / 3 + 1) : verdict(n)));
    for (const message of heard) expect(await cityLog.append([message])).toMatchObject({ ok: true });
    await cityLog.close();
    const again = await opened(dir, 2000);
    expect(again.findings).toEqual([]);
    const messages = await readAll(again.cityLog);
    expect(messages.map(({ message }) => message)).toEqual(heard);
    expect(messages.map(({ position }) => position)).toEqual(heard.map((_, n) => n + 1));
    expect((await readAll(again.cityLog, 28)).map(({ position }) => position)).toEqual([29, 30]);
    await again.cityLog.close();
  });

  it('[CL-2] a word heard again keeps its first place and text', async () => {
    const dir = freshFolder();
    const { cityLog } = await opened(dir);
    await cityLog.append([verdict(1), cityEvent(1)]);
    const again = await cityLog.append([cityEvent(1), verdict(2), verdict(2), verdict(1, 'refused')]);
    expect(again).toEqual({ ok: true, value: { positions: [2, 3, 3, 1], last: 3 } });
    expect((await readAll(cityLog))[0]?.message).toEqual(verdict(1));
    await cityLog.close();
  });

  it('[CL-2] the no of a city that was put back and judged anew is a word of its own', async () => {
    const dir = freshFolder();
    const { cityLog } = await opened(dir);
    await cityLog.append([verdict(1), verdict(2)]);
    await cityLog.append([verdict(2, 'refused', 'anew')]);
    await cityLog.append([verdict(2, 'refused', 'anew')]);
    await cityLog.close();
    const again = await opened(dir);
    const messages = (await readAll(again.cityLog)).map(({ message }) => message);
    expect(messages).toEqual([verdict(1), verdict(2), verdict(2, 'refused', 'anew')]);
    expect(again.cityLog.nextUnansweredSeq()).toBe(3);
    await again.cityLog.close();
  });

  it('[CL-3] knows what to ask for: the cursor without a gap, the first seq without a verdict', async () => {
    const { cityLog } = await opened(freshFolder());
    expect([cityLog.gaplessCursor(), cityLog.nextUnansweredSeq()]).toEqual([0, 1]);
    await cityLog.append([verdict(1), verdict(2), verdict(5), cityEvent(2)]);
    expect([cityLog.gaplessCursor(), cityLog.nextUnansweredSeq()]).toEqual([0, 3]);
    await cityLog.append([verdict(4), verdict(3), cityEvent(1)]);
    expect([cityLog.gaplessCursor(), cityLog.nextUnansweredSeq()]).toEqual([2, 6]);
    await cityLog.close();
  });

  it('[CL-2] [CL-3] new words of a city that was put back are kept under their old cursors, and asked for from there', async () => {
    const dir = freshFolder();
    const { cityLog } = await opened(dir);
    const before = [1, 2, 3, 4].map((cursor) => cityEvent(cursor, 'before'));
    await cityLog.append(before);
    const after = [2, 3].map((cursor) => cityEvent(cursor, 'after'));
    expect(await cityLog.append([cityEvent(1, 'before'), ...after])).toMatchObject({
      value: { positions: [1, 5, 6], last: 6 },
    });
    expect(cityLog.gaplessCursor()).toBe(3);
    await cityLog.close();
    const again = await opened(dir);
    expect((await readAll(again.cityLog)).map(({ message }) => message)).toEqual([...before, ...after]);
    expect(again.cityLog.gaplessCursor()).toBe(3);
    await again.cityLog.append([cityEvent(4, 'after'), cityEvent(5, 'after')]);
    expect(again.cityLog.gaplessCursor()).toBe(5);
    await again.cityLog.close();
  });

  it('[CL-4] sets damage aside, goes on, gives no position twice and asks again for what is lost', async () => {
    const dir = freshFolder();
    const { cityLog } = await opened(dir);
    for (let seq = 1; seq <= 6; seq += 1) await cityLog.append([verdict(seq)]);
    await cityLog.close();
    const path = join(dir, '00000001.seg');
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(path, bytes);

    const mended = await opened(dir);
    expect(mended.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['city-log-damaged', 'look'],
    ]);
    const missing = mended.cityLog.nextUnansweredSeq();
    expect(missing).toBeGreaterThan(1);
    expect(missing).toBeLessThan(6);
    expect(await readAll(mended.cityLog)).toHaveLength(5);
    await mended.cityLog.close();

    const later = await opened(dir);
    expect(later.findings).toEqual([]);
    const put = await later.cityLog.append([verdict(missing)]);
    expect(put.ok && put.value.positions[0]).toBeGreaterThan(100_000);
    expect(later.cityLog.nextUnansweredSeq()).toBe(7);
    await later.cityLog.close();
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('[CL-5] tells subscribers only of something new', async () => {
    const { cityLog } = await opened(freshFolder());
    const told: number[] = [];
    cityLog.subscribe((last) => told.push(last));
    await cityLog.append([verdict(1)]);
    await cityLog.append([verdict(1)]);
    await cityLog.append([verdict(2), cityEvent(1)]);
    expect(told).toEqual([1, 3]);
    await cityLog.close();
  });
});

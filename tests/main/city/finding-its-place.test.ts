import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LinePorts } from '../../../src/main/city/ports.ts';
import { fail } from '../../../src/shared/base/result.ts';
import { type CityOnAPlug, openCityOnAPlug, settled } from './city-on-a-plug.ts';
import { until } from './practice-desk.ts';

let branch: CityOnAPlug;
beforeAll(async () => {
  branch = await openCityOnAPlug({ desks: 4 });
});
afterEach(() => branch.endDesk());
afterAll(() => branch.close());

/** A desk with a dossier that the city has not, its line stopped. */
async function deskWithUnsent() {
  const d = await branch.newDesk();
  d.line().start();
  await until(() => d.leases().size > 0, 'leases');
  await until(settled(d), 'settling');
  await d.line().stop();
  const { dossierId } = await d.receive();
  return { d, dossierId };
}

describe('a line that finds its place', () => {
  it.each(['journal', 'cityLog'] as const)(
    '[LC-68] asks again where the %s does not read, and calls nothing sent meanwhile',
    async (which) => {
      const { d, dossierId } = await deskWithUnsent();
      const log = d.ports[which] as { read: (range: never) => Promise<unknown> }; // both read by a range of their own
      const { read } = log;
      const failures = { left: 2 };
      log.read = async (range) => {
        if (failures.left === 0) return read(range);
        failures.left -= 1;
        return fail('disk-error', 'call-support', { errno: 'EIO' });
      };
      const seen: string[] = [];
      await d.line().stop();
      const restarting = d.restartLine();
      d.line().onStatus(({ state }) => void (seen.at(-1) === state || seen.push(state)));
      await restarting;
      await until(settled(d), 'settling in the end');
      expect(failures.left).toBe(0);
      expect(await branch.countIn('dossiers', 'dossier_id', dossierId)).toBe(1);
      expect(d.logged.filter((line) => line.includes('not-read'))).toHaveLength(2);
    },
  );

  it('[LC-68] a journal that does not read while facts wait is told, and no batch goes again and again', async () => {
    const { d } = await deskWithUnsent();
    let reads = 0;
    let fails = false;
    const journal: { read: LinePorts['journal']['read'] } = d.ports.journal;
    const { read } = journal;
    journal.read = async (range) => {
      reads += 1;
      return fails ? fail('disk-error', 'call-support', { errno: 'EIO' }) : read(range);
    };
    await d.restartLine();
    await until(settled(d), 'settling');
    fails = true;
    const before = reads;
    await d.receive();
    await until(() => d.line().status().state === 'desk-cannot-keep', 'being told');
    expect(d.line().status().unsentDossiers).toBe(1);
    expect(reads - before).toBeLessThan(10);
    fails = false;
    await d.line().tryNow();
    await until(settled(d), 'settling in the end');
  });
});

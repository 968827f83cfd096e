import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../main/city/practice-desk.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { median } from '../median.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { openDeskBehind, settle } from './desk-with-city.ts';

const TIMES = 10;
const TIMES_SILENT = 4;
const SEED = 1;
const MOST_SECONDS = 5;

/**
 * Seconds until the city's first word: from the line's return, from the end of a sleep in which connections were
 * forgotten, and from a reception over a line that forgot them without anybody's knowing.
 */
export async function measure(): Promise<readonly ReportRow[]> {
  const { desk, line: plug, close } = await openDeskBehind(startLinePlug);
  const random = seededRandom(SEED);
  const heard = (): number => desk.cityLog.messages.length;
  const secondsUntilHeard = async (back: () => Promise<void> | void): Promise<number> => {
    const before = heard();
    await back();
    const startedMs = performance.now();
    await until(() => heard() > before, 'the first word of the city');
    const seconds = (performance.now() - startedMs) / 1000;
    await settle(desk);
    return seconds;
  };
  const unplugged: number[] = [];
  const asleep: number[] = [];
  try {
    for (let n = 0; n < TIMES; n += 1) {
      await plug.unplug();
      await until(() => desk.line().status().state === 'city-unreachable', 'seeing that the line is dead');
      await desk.receive();
      // Somewhere within the pause between two tries.
      await pause(random.between(500, 8000));
      unplugged.push(await secondsUntilHeard(plug.plugIn));
    }
    for (let n = 0; n < TIMES; n += 1) {
      plug.forget();
      await desk.receive();
      asleep.push(await secondsUntilHeard(desk.line().afterSleep));
    }
    const silent: number[] = [];
    for (let n = 0; n < TIMES_SILENT; n += 1) {
      plug.forget();
      silent.push(await secondsUntilHeard(async () => void (await desk.receive())));
    }
    return [
      shown(`after ${TIMES} breaks: seconds until the city's first word, median`, median(unplugged), 's'),
      atMost('and the longest', Math.max(...unplugged), 's', MOST_SECONDS),
      shown(`after ${TIMES} sleeps, the same, median`, median(asleep), 's'),
      atMost('and the longest of these', Math.max(...asleep), 's', MOST_SECONDS),
      atMost(
        `${TIMES_SILENT} receptions over connections that died silently, the longest`,
        Math.max(...silent),
        's',
        MOST_SECONDS,
      ),
    ];
  } finally {
    await close();
  }
}

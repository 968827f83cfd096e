import { randomBytes } from 'node:crypto';
import { until } from '../../main/city/practice-desk.ts';
import { startBadLine } from '../../support/bad-line.ts';
import { type ReportRow, shown } from '../report.ts';
import { openDeskBehind, settle } from './desk-with-city.ts';

const DOSSIERS = 50;
const PAGES_EACH = 2;
const PAGE_BYTES = 16_000;
const BITS_PER_SECOND = 128_000;
const UP_MS = 12_000;
const OUTAGE_MS = 5000;
const LONGEST_MS = 15 * 60_000;

/** Fifty dossiers made off the line; then 128 kbit/s, gone for 5 s after every 12 s. */
export async function measure(): Promise<readonly ReportRow[]> {
  const { desk, line, close } = await openDeskBehind((cityUrl) => startBadLine(cityUrl, BITS_PER_SECOND));
  line.breakDown();
  await until(() => desk.line().status().state === 'city-unreachable', 'the line to be seen dead', 60_000);
  for (let n = 0; n < DOSSIERS; n += 1) {
    const pages = Array.from({ length: PAGES_EACH }, () => desk.addPage(randomBytes(PAGE_BYTES)));
    await desk.receive({ pages });
  }
  line.mend();
  const startedMs = performance.now();
  const sentBefore = line.sentBytes();
  const seconds = () => (performance.now() - startedMs) / 1000;
  let outages = 0;
  const breaking = setInterval(() => {
    line.breakDown();
    outages += 1;
    setTimeout(line.mend, OUTAGE_MS);
  }, UP_MS + OUTAGE_MS);
  try {
    await until(() => desk.line().status().unsentEvents === 0, 'the facts', LONGEST_MS);
    const factsSeconds = seconds();
    await settle(desk, LONGEST_MS);
    const allSeconds = seconds();
    const pageBytes = DOSSIERS * PAGES_EACH * PAGE_BYTES;
    return [
      shown(
        '128 kbit/s, 5 s outages: seconds until the city has the facts of 50 dossiers',
        factsSeconds,
        's',
      ),
      shown('and the last of their 100 pages of 16 KB', allSeconds, 's'),
      shown('outages meanwhile', outages, ''),
      shown('seconds that the bare page bytes need at 128 kbit/s', (pageBytes * 8) / BITS_PER_SECOND, 's'),
      shown('bytes sent ÷ bytes of the pages', (line.sentBytes() - sentBefore) / pageBytes, ''),
    ];
  } finally {
    clearInterval(breaking);
    line.mend();
    await close();
  }
}

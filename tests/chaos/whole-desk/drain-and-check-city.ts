import { type ReportRow, shown } from '../../bench/report.ts';
import { readJournal } from '../../demo/count-truth.ts';
import type { OpenDesk } from '../../support/open-desk.ts';
import { readCity } from '../city-truth.ts';
import { readLine } from '../desk-truth.ts';
import { checkCity } from '../invariants.ts';
import type { ScreenOracle } from '../screen-oracle.ts';
import type { FoundViolations } from './found-violations.ts';
import { waitUntil } from './wait-until.ts';

/** A queue that became no shorter for so long does not empty. */
const NO_SHORTER_MS = 120_000;
const MOST_MS = 900_000;
const ROWS_LOOKED_AT = 5;

export type CityAtEnd = {
  readonly dossiers: number;
  readonly acknowledged: number;
  readonly rows: readonly ReportRow[];
};

/** I7 on the open desk, whose line is whole again; then I4 by SQL on the stopped city. Closes the desk. */
export async function drainAndCheckCity(parts: {
  readonly desk: OpenDesk;
  readonly oracle: ScreenOracle;
  readonly violations: FoundViolations;
  readonly cityData: string;
  readonly stopCity: () => Promise<void>;
}): Promise<CityAtEnd> {
  const { oracle, violations } = parts;
  const { page } = parts.desk;
  const startedMs = performance.now();
  let left = Number.POSITIVE_INFINITY;
  let shorterAtMs = startedMs;
  const unsent = async (): Promise<number> => {
    const line = await readLine(page);
    return line === null ? Number.POSITIVE_INFINITY : line.unsentEvents + line.unsentPages;
  };
  const emptyOrStuck = async (): Promise<boolean> => {
    const now = await unsent();
    if (now < left) shorterAtMs = performance.now();
    left = Math.min(left, now);
    return now === 0 || performance.now() - shorterAtMs > NO_SHORTER_MS;
  };
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Thử ngay' }).click();
  await waitUntil('nothing unsent', emptyOrStuck, MOST_MS);
  if ((await unsent()) > 0)
    violations.keep([
      { rule: 'I7', what: `the queue does not empty: ${JSON.stringify(await readLine(page))}` },
    ]);
  const drainSeconds = (performance.now() - startedMs) / 1000;
  const events = await readJournal(page);
  const dossiers = events.filter(({ fact }) => fact.type === 'dossier-received').length;
  // "Complete" is the city's own word and comes after the last page.
  await waitUntil(
    'every row says that the city has it',
    async () =>
      (await page.locator('tr.list-row').filter({ hasText: 'Thành phố đã nhận lúc' }).count()) >=
      Math.min(dossiers, ROWS_LOOKED_AT),
    30_000,
  );
  await parts.desk.close();
  await parts.stopCity();
  const truth = await readCity(parts.cityData);
  violations.keep(checkCity(events, oracle.all(), truth));
  const seen = oracle.all();
  const count = (what: string): number => seen.filter((each) => each.what === what).length;
  return {
    dossiers,
    acknowledged: count('received'),
    rows: [
      shown('dossiers in the journal', dossiers, ''),
      shown('dossiers that the screen acknowledged', count('received'), ''),
      shown('receipt and slip numbers shown', count('number'), ''),
      shown('"Thành phố đã nhận" seen', count('city-has'), ''),
      shown('dossiers in the city', truth.codes.length, ''),
      shown('pages in the city', truth.pages.size, ''),
      shown('seconds until nothing was unsent', drainSeconds, 's'),
    ],
  };
}

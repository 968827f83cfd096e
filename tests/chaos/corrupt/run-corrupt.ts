import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { shown } from '../../bench/report.ts';
import { practiceDesk } from '../../city/practice-city.ts';
import { startCityProcess } from '../../city/start-city-process.ts';
import { isCopyLevel } from '../../support/copy-level.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import { hashOf } from '../headless-desk/made-pages.ts';
import type { Printed } from '../headless-desk/orders.ts';
import type { Violation } from '../violation.ts';
import { DAMAGES, type DamageName } from './damages.ts';
import { comes, type DeskAtWork, must, openDeskAt } from './headless-place.ts';

const DOSSIERS = 4;
/** From where the damaged part can come back: the copy on a second disk, the city, or from nowhere. */
const SOURCES = ['copy', 'city', 'nowhere'] as const;
type Source = (typeof SOURCES)[number];
const ROUND = SOURCES.length * Object.keys(DAMAGES).length;

const ALARMS = ['journal-damaged', 'journal-hole', 'journal-hole-dossiers'];

type Base = {
  readonly profile: string;
  /** The second disk; empty where the desk has none. */
  readonly disk: string;
  readonly printed: readonly Printed[];
  readonly pages: readonly string[];
};

type Stage = {
  readonly city: { readonly url: string; readonly code: string };
  readonly plug: Awaited<ReturnType<typeof startLinePlug>>;
  readonly base: Base;
  readonly source: Source;
};

/** A desk with acknowledged dossiers, closed; all of it is at the city, and in the copy where there is one. */
async function makeBase(root: string, city: Stage['city'], withCopy: boolean, first: number): Promise<Base> {
  const profile = join(root, 'profile');
  const disk = join(root, 'disk');
  await mkdir(disk, { recursive: true });
  const work = await openDeskAt(profile, city);
  const { desk } = work;
  await comes(() => desk.reference() !== null && desk.facts.state().leases.size > 2);
  if (withCopy) must(await desk.backup.choose(disk));
  must(await work.signIn('ha'));
  const printed: Printed[] = [];
  for (let n = 0; n < DOSSIERS; n += 1) printed.push(must(await work.receive(first + n)));
  const sent = () => desk.line()?.status().unsentEvents === 0 && desk.line()?.status().unsentPages === 0;
  const copied = () => !withCopy || isCopyLevel(desk.backup.status());
  if (!(await comes(() => sent() && copied()))) throw new Error('the base was never sent and copied');
  await work.close();
  const pages = Array.from({ length: DOSSIERS }, (_, n) =>
    hashOf({ name: `page of ${first + n}`, byteLength: 4000 }),
  );
  return { profile, disk, printed, pages };
}

const numbersOf = ({ code, slip, receipt }: Printed) => [
  `code ${code}`,
  `slip ${slip}`,
  `receipt ${receipt}`,
];

function missingOf(work: DeskAtWork, base: Base): readonly string[] {
  const there = new Set([...work.desk.facts.state().dossiers.values()].map(({ code }) => String(code)));
  return base.printed.map(({ code }) => code).filter((code) => !there.has(code));
}

/** After a repair the desk takes a citizen again, and no number comes twice. */
async function goesOn(work: DeskAtWork, base: Base, citizen: number): Promise<readonly string[]> {
  const signed = await comes(async () => (await work.signIn('ha')).ok, 30_000);
  if (!signed) return ['nobody could sign in after the repair'];
  let made = await work.receive(citizen);
  await comes(async () => {
    if (!made.ok) made = await work.receive(citizen);
    return made.ok;
  }, 30_000);
  if (!made.ok) return [`no dossier could be received after the repair: ${made.failure.code}`];
  const all = [...base.printed, made.value].flatMap(numbersOf);
  return new Set(all).size === all.length ? [] : ['a number was given twice after the repair'];
}

async function checkJournal(stage: Stage, profile: string, damage: DamageName, citizen: number) {
  const { base, city, source, plug } = stage;
  let work = await openDeskAt(profile, city);
  const found: string[] = [];
  const alarmed = () => work.told().some((code) => ALARMS.includes(code));
  try {
    if (source === 'city' && damage !== 'journal-missing') {
      if (!(await comes(() => work.told().includes('journal-repair-ready'))))
        found.push(`the city has everything and nothing was repaired: ${work.told()}`);
      if (!alarmed()) found.push('a damaged journal without an alarm');
      await work.close();
      work = await openDeskAt(profile, city);
    }
    const missing = missingOf(work, base);
    const curable = source === 'copy' || (source === 'city' && damage !== 'journal-missing');
    if (missing.length > 0 && !alarmed()) found.push(`${missing.join(', ')} gone without an alarm`);
    if (curable && missing.length > 0) found.push(`${missing.join(', ')} not repaired from the ${source}`);
    if (!curable && (await work.signIn('ha')).ok) found.push('work went on over a hole');
    if (curable) {
      if (!work.told().includes('journal-repaired')) found.push('repaired without a word');
      await plug.plugIn();
      found.push(...(await goesOn(work, base, citizen)));
    }
  } finally {
    await work.close();
  }
  return found;
}

async function checkPages(stage: Stage, profile: string) {
  const work = await openDeskAt(profile, stage.city);
  const found: string[] = [];
  try {
    if (stage.source === 'copy') await comes(() => work.desk.backup.status().state === 'level');
    let bad = 0;
    for (const name of stage.base.pages) {
      const read = await work.desk.parts.pages.readAll(Sha256.parse(name));
      if (!read.ok) bad += 1;
      if (!read.ok && !['page-damaged', 'page-missing'].includes(read.failure.code))
        found.push(`page ${name.slice(0, 8)} failed as ${read.failure.code}`);
    }
    if (stage.source === 'copy' && bad > 0) found.push(`${bad} pages did not come back from the copy`);
    if (stage.source !== 'copy' && bad !== 1) found.push(`${bad} pages reported, one was hurt`);
    const missing = missingOf(work, stage.base);
    if (missing.length > 0) found.push(`${missing.join(', ')} gone with a page`);
  } finally {
    await work.close();
  }
  return found;
}

async function runOne(root: string, stage: Stage, damage: DamageName, random: Random, citizen: number) {
  const profile = join(root, 'hurt');
  const disk = join(root, 'disk-as-it-was');
  await cp(stage.base.profile, profile, { recursive: true });
  await cp(stage.base.disk, disk, { recursive: true });
  try {
    await DAMAGES[damage](profile, random);
    if (stage.source === 'city') await stage.plug.plugIn();
    else await stage.plug.unplug();
    return damage.startsWith('page')
      ? await checkPages(stage, profile)
      : await checkJournal(stage, profile, damage, citizen);
  } finally {
    await rm(profile, { recursive: true, force: true });
    await rm(stage.base.disk, { recursive: true, force: true });
    await cp(disk, stage.base.disk, { recursive: true });
    await rm(disk, { recursive: true, force: true });
  }
}

/**
 * Hurts the files of a desk that lies still and opens it again: journal and pages, with a copy on a second disk, with the
 * city alone, and with neither. What can come back must; what cannot must be told, and work must not go on over it.
 */
export async function runCorrupt({ seed, runs }: ChaosOptions): Promise<ChaosOutcome> {
  const random = seededRandom(seed);
  const violations: Violation[] = [];
  let held = 0;
  // Each round of all damages has a city and desks of its own: a desk that went on leaves its city ahead of the base.
  for (let done = 0; done < runs; done += ROUND) {
    const found = await runRound(random, Math.min(ROUND, runs - done));
    held += found.held;
    violations.push(...found.violations);
  }
  return {
    rows: [
      shown('damages', runs, 'runs'),
      { what: 'repaired or told', value: held, unit: 'runs', bound: `= ${runs}`, holds: held === runs },
    ],
    violations,
  };
}

async function runRound(random: Random, runs: number) {
  const root = await mkdtemp(join(tmpdir(), 'chaos-corrupt-'));
  const violations: Violation[] = [];
  const names = Object.keys(DAMAGES) as DamageName[];
  let held = 0;
  const city = await startCityProcess(join(root, 'city'));
  const plug = await startLinePlug(city.url);
  try {
    const bases = new Map<boolean, Base>();
    for (let run = 0; run < runs; run += 1) {
      const source = SOURCES[Math.floor(run / names.length) % SOURCES.length] ?? 'copy';
      const damage = names[run % names.length] ?? 'journal-flipped';
      const withCopy = source === 'copy';
      // After one that received a dossier the city is ahead of the base: each gets a desk of its own to begin with.
      const desk = practiceDesk(bases.size + 1);
      const at = { url: plug.url, code: desk.code };
      await plug.plugIn();
      const base =
        bases.get(withCopy) ??
        (await makeBase(join(root, desk.deskId), at, withCopy, 1000 * (bases.size + 1)));
      bases.set(withCopy, base);
      const stage = { city: at, plug, base, source };
      const found = await runOne(root, stage, damage, random, 5000 + run);
      if (found.length === 0) held += 1;
      violations.push(...found.map((what) => ({ rule: 'I1', what: `${damage}, ${source}: ${what}` })));
    }
  } finally {
    await plug.close();
    await city.stop();
    await rm(root, { recursive: true, force: true });
  }
  return { held, violations };
}

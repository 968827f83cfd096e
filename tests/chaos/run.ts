import { parseArgs } from 'node:util';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { report } from '../bench/report.ts';
import type { ChaosOptions, ChaosRun } from './chaos-run.ts';

/** `npm run chaos -- NAME [--seed N] [--runs N]`: a line here is a run. */
const RUNS: Readonly<Record<string, ChaosRun>> = {
  kill: {
    says: 'kills the whole process tree of the desk at random moments of intake and sync',
    shortRuns: 20,
    longRuns: 500,
    needsBuild: true,
    load: async () => (await import('./kill.ts')).runKills,
  },
  'lost-ack': {
    says: 'cuts the line at every kind of call: inside the request, before, inside and after the reply',
    shortRuns: 60,
    longRuns: 1000,
    needsBuild: false,
    load: async () => (await import('./line/lost-ack.ts')).runLostAcks,
  },
  proxy: {
    says: 'a proxy between that is slow, cuts, lies, truncates, redirects, delivers twice, or shows another certificate',
    shortRuns: 40,
    longRuns: 200,
    needsBuild: false,
    load: async () => (await import('./line/proxy.ts')).runProxy,
  },
  fuzz: {
    says: 'two desks and a city do random things; a model written apart says what must come of it (a run is a seed)',
    shortRuns: 5,
    longRuns: 200,
    needsBuild: false,
    load: async () => (await import('./fuzz/fuzz.ts')).runFuzz,
  },
  corrupt: {
    says: 'flips, cuts and removes files of journal and pages; with a copy, with the city alone, with neither',
    shortRuns: 15,
    longRuns: 150,
    needsBuild: false,
    load: async () => (await import('./corrupt/run-corrupt.ts')).runCorrupt,
  },
  'corrupt-copy': {
    says: "flips, zeroes and removes files of the window's working copy (IndexedDB)",
    shortRuns: 4,
    longRuns: 40,
    needsBuild: true,
    load: async () => (await import('./corrupt/run-copy-damages.ts')).runCopyDamages,
  },
  'crash-points': {
    says: 'lets the power go at named points before and behind every await of commit, print, send and ack',
    shortRuns: 12,
    longRuns: 800,
    needsBuild: false,
    takesPlaces: true,
    load: async () => (await import('./crash-points/run-crash-points.ts')).runCrashPoints,
  },
  power: {
    says: 'power cuts as the disk sees them: goes on from a copy of its image (root, loop devices)',
    shortRuns: 6,
    longRuns: 50,
    needsBuild: true,
    load: async () => (await import('./power/run-power-cuts.ts')).runPowerCuts,
  },
  'disk-full': {
    says: 'the disk without room, without inodes, read-only or failing, and back again (root, loop devices)',
    shortRuns: 4,
    longRuns: 40,
    needsBuild: true,
    load: async () => (await import('./disk-full/run-disk-full.ts')).runDiskFull,
  },
  'two-writers': {
    says: 'two writers decide on one journal at the same time',
    shortRuns: 50,
    longRuns: 1000,
    needsBuild: false,
    load: async () => (await import('./two-writers/run-two-writers.ts')).runTwoWriters,
  },
  bites: {
    says: 'turns off one protection after the other: a named run must fail each time',
    shortRuns: 1,
    longRuns: 1,
    needsBuild: false,
    load: async () => (await import('./bites/run-bites.ts')).runBites,
  },
  clock: {
    says: 'the clocks of desks and city jump by minutes, days and over the new year, between and during actions',
    shortRuns: 30,
    longRuns: 200,
    needsBuild: false,
    load: async () => (await import('./line/clock.ts')).runClock,
  },
  restore: {
    says: 'the city is put back to an older backup while two desks work on',
    shortRuns: 4,
    longRuns: 30,
    needsBuild: false,
    load: async () => (await import('./line/restore.ts')).runRestore,
  },
  upgrade: {
    says: 'a profile that an older program left, 500 dossiers unsent, is opened, cut, worked on and sent',
    shortRuns: 3,
    longRuns: 30,
    needsBuild: false,
    load: async () => (await import('./upgrade/run-upgrade.ts')).runUpgrade,
  },
};

function help(): string {
  const lines = Object.entries(RUNS).map(
    ([name, { says, shortRuns, longRuns }]) =>
      `  ${name.padEnd(14)} ${says} (--runs ${shortRuns}; long: ${longRuns})`,
  );
  return [
    'npm run chaos -- NAME [--seed N] [--runs N]   exit code 1 on any violation',
    "    crash-points also [--at PATTERN]: only points whose line 'phase, point' fits, to play one again",
    ...lines,
    `  ${'all'.padEnd(14)} each of these, short`,
  ].join('\n');
}

/** Something broke that no run was waiting for: told, and the run goes on; its turns have limits of their own. */
let brokeUnheard = false;
process.on('uncaughtException', (thrown) => {
  brokeUnheard = true;
  console.log('✘ harness: nobody was waiting for', thrown);
});
/** SIGINT and SIGTERM are Playwright's: it closes the desk at once, in the middle of a turn. */
const STOP = 'SIGUSR2';
let stopAsked = false;
process.on(STOP, () => {
  stopAsked = true;
  console.log(`${STOP}: the run ends with this turn`);
});

/** One run with its seed, its table and its violations said. Gives whether nothing was violated. */
async function runOne(
  name: string,
  one: ChaosRun,
  options: Pick<ChaosOptions, 'seed' | 'runs' | 'at'>,
): Promise<boolean> {
  const { seed, runs } = options;
  if (one.needsBuild) buildIfStale();
  console.log(`chaos ${name}: seed ${seed}, ${runs} runs`);
  const { rows, violations } = await (await one.load())({ ...options, stopAsked: () => stopAsked });
  const code = await report('chaos', name, rows);
  for (const { rule, what } of violations) console.log(`✘ ${rule} ${what}`);
  console.log(`chaos ${name}: seed ${seed}, ${violations.length} violations`);
  return code === 0 && violations.length === 0;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, runs: { type: 'string' }, at: { type: 'string' } },
});
const [name = ''] = positionals;
const chosen = name === 'all' ? Object.entries(RUNS) : Object.entries(RUNS).filter(([each]) => each === name);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const at = values.at === undefined ? undefined : new RegExp(values.at, 'u');
const placesAsked = at !== undefined && chosen.some(([, { takesPlaces }]) => takesPlaces !== true);
if (chosen.length === 0 || !Number.isSafeInteger(seed) || placesAsked) {
  console.error(help());
  process.exit(2);
}
let whole = true;
for (const [each, one] of chosen)
  whole =
    (await runOne(each, one, {
      seed,
      runs: Number(values.runs ?? one.shortRuns),
      ...(at === undefined ? {} : { at }),
    })) && whole;
process.exit(whole && !brokeUnheard ? 0 : 1);

import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atLeast, shown } from '../../bench/report.ts';
import { stopProcesses } from '../../support/process-tree.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { type ChaosOptions, type ChaosOutcome, never } from '../chaos-run.ts';
import { workOn } from '../counter-work.ts';
import { cameByTheCut } from '../whole-desk/came-by-the-cut.ts';
import { openChaosBranch } from '../whole-desk/chaos-branch.ts';
import { shakeLine } from '../whole-desk/shaken-line.ts';
import { pause, waitUntil } from '../whole-desk/wait-until.ts';
import { type DiskImage, openDiskImage, whyNoDiskImage } from './disk-image.ts';
import { askSecondWitness } from './second-witness.ts';

export type PowerOptions = ChaosOptions & {
  /** Another build of the desk, and what its processes find in their environment. */
  readonly app?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Every cut also takes the journal's end away, and asks the window's copy; else one in four. */
  readonly alwaysAskCopy?: boolean;
};

const A_DOSSIER_MS = 150_000;
const DISK_MEGABYTES = 400;
const SECOND_WITNESS_SHARE = 0.25;
/** At least this many of the cuts come only after a dossier was shown, so that there is something to lose. */
const AFTER_PROMISE_SHARE = 0.8;

/**
 * Power cuts as the disk sees them: the desk works on a disk of its own, the disk's image is copied at a random moment
 * and the desk goes on from the copy. Whatever was not flushed is gone; whatever was promised must be there.
 */
export async function runPowerCuts(options: PowerOptions): Promise<ChaosOutcome> {
  const whyNot = await whyNoDiskImage();
  if (whyNot !== null) throw new Error(`chaos power needs root and loop devices: ${whyNot}`);
  const { seed, runs, stopAsked = never, env = {}, app } = options;
  const startedMs = performance.now();
  const random = seededRandom(seed);
  let disk: DiskImage | undefined;
  const branch = await openChaosBranch({
    name: 'power',
    profileIn: 'disk/desk',
    ...(app === undefined ? {} : { app }),
    prepare: async (root) => {
      disk = await openDiskImage(join(root, 'disk'), { megabytes: DISK_MEGABYTES });
    },
    tidy: async () => disk?.close(),
  });
  const journal = join(branch.profile, 'desk/journal');
  const oldJournal = join(branch.root, 'old-journal');
  const settled = { cuts: 0, asked: 0, afterPromise: 0 };
  const received = () => branch.oracle.all().flatMap((seen) => (seen.what === 'received' ? [seen.code] : []));

  try {
    await branch.beginFirstDay();
    // A desk that was set up another day.
    disk?.flush();
    let asked = 0;
    for (let run = 1; run <= runs && !stopAsked(); run += 1) {
      asked = run;
      const workMs = random.between(1000, 12_000);
      const pastPromiseMs = random.between(0, 1500);
      const asks = options.alwaysAskCopy === true || random.chance(SECOND_WITNESS_SHARE);
      const waitsForPromise = asks || random.chance(AFTER_PROMISE_SHARE);
      const shaking = seededRandom(Math.floor(random.next() * 1e9));
      const works = seededRandom(Math.floor(random.next() * 1e9));
      let phase = 'start';
      await branch.turn(
        () => `cut ${run}, ${phase}`,
        async () => {
          const before = received().length;
          const stopShaking = shakeLine(branch.plug, shaking);
          try {
            const { page, orGone } = await branch.openAndCheck(env);
            await rm(oldJournal, { recursive: true, force: true });
            await cp(journal, oldJournal, { recursive: true });
            phase = 'work';
            const working = orGone(workOn(page, branch.day, works)).catch((end: Error) => end);
            const shownOne = () =>
              waitUntil('a dossier shown', async () => received().length > before, A_DOSSIER_MS).then(() =>
                pause(pastPromiseMs),
              );
            await Promise.race([waitsForPromise ? shownOne() : pause(workMs), working]);
            phase = 'cut';
            // All stand still while the image is copied: what is promised was promised before.
            stopProcesses(branch.profile);
            await disk?.cutAndReturn(branch.cutPower);
            const end = await working;
            if (!cameByTheCut(end)) throw end;
          } finally {
            await stopShaking();
          }
          settled.cuts += 1;
          const fresh = received().slice(before);
          if (fresh.length > 0) settled.afterPromise += 1;
          if (!asks || fresh.length === 0) return;
          phase = 'the copy asked';
          branch.violations.keep(await askSecondWitness(branch, oldJournal, fresh, env));
          settled.asked += 1;
        },
      );
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      console.log(
        `  cut ${run}/${runs}${asks ? ', the copy asked' : ''}: ${branch.oracle.all().length} promises, ${branch.violations.all().length} violations, ${seconds} s`,
      );
    }
    const end = await branch.end();
    return {
      violations: branch.violations.all(),
      rows: [
        shown('seed', seed, ''),
        atLeast('power cuts, the disk as it was that moment', settled.cuts, '', Math.ceil(asked * 0.95)),
        branch.turnsRow(),
        shown('of these with a dossier acknowledged just before', settled.afterPromise, ''),
        shown("of these with the journal's end taken away too", settled.asked, ''),
        ...end.rows,
        ...branch.violations.rows(),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    await branch.close();
  }
}

import { atLeast, shown } from '../../bench/report.ts';
import { compose, receive } from '../../support/counter.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { type ChaosOptions, type ChaosOutcome, never } from '../chaos-run.ts';
import { nextCitizen } from '../citizens.ts';
import { beginShift } from '../counter-work.ts';
import { openChaosBranch } from '../whole-desk/chaos-branch.ts';
import { COPY_DAMAGES } from './copy-damages.ts';

const DOSSIERS = 2;

/**
 * Hurts the window's working copy (IndexedDB) of a desk that lies still: everything acknowledged must be on the screen
 * again, whatever Chromium says of its files. Measured: it reopens most of these empty and without an error.
 */
export async function runCopyDamages({ seed, runs, stopAsked = never }: ChaosOptions): Promise<ChaosOutcome> {
  const startedMs = performance.now();
  const random = seededRandom(seed);
  const branch = await openChaosBranch({ name: 'corrupt' });
  const names = Object.keys(COPY_DAMAGES) as (keyof typeof COPY_DAMAGES)[];
  try {
    await branch.beginFirstDay();
    let done = 0;
    await branch.turn(
      () => 'the dossiers to be hurt',
      async () => {
        const desk = await branch.open();
        await desk.orGone(beginShift(desk.page));
        for (let n = 1; n <= DOSSIERS; n += 1) {
          const citizen = await nextCitizen(branch.day.folder, n, random);
          branch.day.citizens.set(citizen.who, citizen);
          await compose(desk.page, citizen.intake);
          await receive(desk.page);
          await desk.page.getByRole('button', { name: 'Xem hồ sơ' }).click();
          await desk.page.locator('.paper-out-again').last().waitFor();
        }
        await desk.close();
      },
    );
    // One after the other on the same profile: a journal put back to an older state would be another desk to the city.
    let asked = 0;
    for (let run = 0; run < runs && !stopAsked(); run += 1) {
      asked += 1;
      const damage = names[run % names.length] ?? 'copy-deleted';
      const hurtAndChecked = await branch.turn(
        () => `damage ${run + 1}, ${damage}`,
        async () => {
          await COPY_DAMAGES[damage](branch.profile);
          const hurt = await branch.openAndCheck();
          await hurt.close();
          done += 1;
          return true;
        },
      );
      // The next damage needs a copy that is whole again.
      if (hurtAndChecked === null)
        await branch.turn(
          () => `the start after damage ${run + 1}`,
          async () => (await branch.openAndCheck()).close(),
        );
      console.log(
        `  damage ${run + 1}/${runs} ${damage}: ${branch.violations.all().length} violations, ${Math.round((performance.now() - startedMs) / 1000)} s`,
      );
    }
    const end = await branch.end();
    return {
      rows: [
        shown('seed', seed, ''),
        atLeast('damages of the working copy', done, '', Math.ceil(asked * 0.95)),
        branch.turnsRow(),
        ...end.rows,
        ...branch.violations.rows(),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
      violations: branch.violations.all(),
    };
  } finally {
    await branch.close();
  }
}

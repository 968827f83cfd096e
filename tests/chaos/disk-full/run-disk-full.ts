import { join } from 'node:path';
import { atLeast, shown } from '../../bench/report.ts';
import { compose, receive } from '../../support/counter.ts';
import type { OpenDesk } from '../../support/open-desk.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { type ChaosOptions, type ChaosOutcome, never } from '../chaos-run.ts';
import { type Citizen, nextCitizen } from '../citizens.ts';
import { drawPage } from '../paper-pages.ts';
import { type DiskImage, openDiskImage, whyNoDiskImage } from '../power/disk-image.ts';
import { openChaosBranch } from '../whole-desk/chaos-branch.ts';
import { screenText } from '../whole-desk/screen-text.ts';
import { DISK_FAULTS } from './disk-faults.ts';
import { asksForRestart, failuresShown, type Moment, workOnABadDisk } from './work-on-a-bad-disk.ts';

const DISK_MEGABYTES = 300;
/** A profile has some 1,500 files; the rest is to be used up. */
const INODES = 6000;
const MOMENTS: readonly Moment[] = ['receive', 'page', 'behind-receive', 'page-again'];

/** Takes the disk away in four ways at three moments, gives it back, and looks whether work goes on and nothing is lost. */
export async function runDiskFull({ seed, runs, stopAsked = never }: ChaosOptions): Promise<ChaosOutcome> {
  const whyNot = await whyNoDiskImage();
  if (whyNot !== null) throw new Error(`chaos disk-full needs root and loop devices: ${whyNot}`);
  const startedMs = performance.now();
  const random = seededRandom(seed);
  let opened: DiskImage | undefined;
  const branch = await openChaosBranch({
    name: 'disk',
    profileIn: 'disk/desk',
    prepare: async (root) => {
      opened = await openDiskImage(join(root, 'disk'), { megabytes: DISK_MEGABYTES, inodes: INODES });
    },
    tidy: async () => opened?.close(),
  });
  const place = join(branch.root, 'disk');
  if (opened === undefined) throw new Error('no disk was prepared');
  const disk = opened;
  const said = new Map<string, number>();
  const settled = { strikes: 0, taken: 0, restarts: 0 };
  const newCitizen = async (): Promise<Citizen> => {
    branch.day.n += 1;
    const citizen = await nextCitizen(branch.day.folder, branch.day.n, random);
    branch.day.citizens.set(citizen.who, citizen);
    return citizen;
  };
  const complain = (what: string): void => branch.violations.keep([{ rule: 'script', what }]);

  /** The disk is back: the next citizen must be received, after a restart only where a sentence asked for one. */
  async function goOn(desk: OpenDesk, fault: string): Promise<OpenDesk> {
    const citizen = await newCitizen();
    try {
      await compose(desk.page, citizen.intake);
      await receive(desk.page);
      return desk;
    } catch (thrown) {
      const codes = await failuresShown(desk.page);
      if (!asksForRestart(codes))
        complain(`${fault}: the disk is back and work does not go on: ${codes.join(', ')} ${String(thrown)}`);
    }
    settled.restarts += 1;
    await branch.cutPower();
    const again = await branch.openAndCheck();
    await compose(again.page, (await newCitizen()).intake);
    await receive(again.page);
    return again;
  }

  try {
    await branch.beginFirstDay();
    disk.flush();
    let asked = 0;
    for (let run = 1; run <= runs && !stopAsked(); run += 1) {
      asked = run;
      const fault = DISK_FAULTS[(run - 1 + seed) % DISK_FAULTS.length] ?? DISK_FAULTS[0];
      const moment = MOMENTS[Math.floor(random.next() * MOMENTS.length)] ?? 'receive';
      if (fault === undefined) throw new Error('there are no faults');
      const strike = `${fault.name} at ${moment}`;
      let phase = 'start';
      const words = await branch.turn(
        () => `${run}, ${strike}, ${phase}`,
        async () => {
          let desk = await branch.openAndCheck();
          const citizen = await newCitizen();
          const further =
            moment === 'page-again'
              ? Object.values(citizen.intake.files).flat()[0]
              : (await drawPage(branch.day.folder, branch.day.n * 10 + 9)).path;
          if (further === undefined) throw new Error('the citizen brought no page');
          phase = 'the disk goes';
          const said = await desk.orGone(
            workOnABadDisk(desk.page, { citizen, further, moment }, () => fault.strike(disk, place)),
          );
          settled.strikes += 1;
          if (said === null)
            complain(`${strike}: the screen says nothing of it: ${await screenText(desk.page)}`);
          phase = 'the disk comes back';
          if (fault.returns) await fault.giveBack(place);
          else {
            await disk.mendAndReturn(branch.cutPower);
            desk = await branch.openAndCheck();
          }
          phase = 'work goes on';
          desk = await goOn(desk, strike);
          await desk.close();
          return said === null ? 'silence' : said;
        },
      );
      if (words === null) {
        // Whatever it was at, the next turn begins with a disk that is whole.
        if (fault.returns) await fault.giveBack(place);
        await disk.mendAndReturn(branch.cutPower);
      } else if (words === 'received' || words === 'page-taken') settled.taken += 1;
      else if (words !== 'silence') {
        for (const code of words) said.set(code, (said.get(code) ?? 0) + 1);
        if (words.includes('unexpected')) complain(`${strike}: the screen had no sentence for it`);
      }
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      console.log(
        `  ${run}/${runs} ${strike}: ${words === null ? 'no end' : typeof words === 'string' ? words : words.join(', ')}; ${branch.violations.all().length} violations, ${seconds} s`,
      );
    }
    const end = await branch.end();
    return {
      violations: branch.violations.all(),
      rows: [
        shown('seed', seed, ''),
        atLeast('times that the disk went', settled.strikes, '', Math.ceil(asked * 0.95)),
        branch.turnsRow(),
        shown('dossiers and pages that were taken all the same', settled.taken, ''),
        shown('restarts that a sentence asked for', settled.restarts, ''),
        ...[...said].map(([code, times]) => shown(`told as ${code}`, times, '')),
        ...end.rows,
        ...branch.violations.rows(),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    await branch.close();
  }
}

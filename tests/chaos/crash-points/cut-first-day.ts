import { compose, receive } from '../../support/counter.ts';
import type { Random } from '../../support/seeded-random.ts';
import { nextCitizen } from '../citizens.ts';
import type { Violation } from '../violation.ts';
import { cameByTheCut } from '../whole-desk/came-by-the-cut.ts';
import { openChaosBranch } from '../whole-desk/chaos-branch.ts';
import { planTurns } from './plan-turns.ts';
import { type Kill, powerWent } from './visits.ts';

/**
 * What only a new desk passes (its keys, its enrolment, the first numbers): a desk of its own, whose first day is cut at
 * the point and begun again; then it must receive a dossier and bring it to the city.
 */
export async function cutFirstDay(
  app: string,
  kill: Kill,
  random: Random,
): Promise<{ readonly went: boolean; readonly violations: readonly Violation[] }> {
  const branch = await openChaosBranch({ name: 'first-day', app });
  try {
    const turn = planTurns(branch, undefined)(kill);
    turn.say('first-day');
    const end = await branch.beginFirstDay(turn.env).then(
      () => null,
      (thrown: Error) => thrown,
    );
    await branch.cutPower();
    const went = powerWent(turn.log);
    if (end !== null && !(went && cameByTheCut(end))) throw end;
    await branch.beginFirstDay();
    const citizen = await nextCitizen(branch.day.folder, 1, random);
    branch.day.citizens.set(citizen.who, citizen);
    const desk = await branch.openAndCheck();
    await compose(desk.page, citizen.intake);
    await receive(desk.page);
    await desk.close();
    await branch.end();
    return { went, violations: branch.violations.all() };
  } catch (thrown) {
    const what = `${kill.point} on the first day: ${thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown)}`;
    return { went: true, violations: [...branch.violations.all(), { rule: 'script', what }] };
  } finally {
    await branch.close();
  }
}

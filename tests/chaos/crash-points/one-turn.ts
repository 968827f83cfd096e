import { compose } from '../../support/counter.ts';
import type { OpenDesk } from '../../support/open-desk.ts';
import type { Citizen } from '../citizens.ts';
import { keepACopy } from '../counter-work.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
import { untilCopyLevel } from './copy-level.ts';
import { HURT_STARTS } from './hurt-starts.ts';
import { type Phase, workInPhases } from './phased-work.ts';
import type { PlannedTurn } from './plan-turns.ts';

/** A start off the line, what is done there, and the power at the end. @returns what ended it when it was not done */
async function oneTurn(
  branch: ChaosBranch,
  env: PlannedTurn['env'],
  work: (desk: OpenDesk) => Promise<void>,
): Promise<{ readonly end: Error | null }> {
  try {
    const desk = await branch.openAndCheck(env);
    await work(desk);
    await desk.close();
    return { end: null };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { end: thrown };
  } finally {
    await branch.cutPower();
  }
}

/** One start and one dossier. */
export async function workOnce(
  branch: ChaosBranch,
  turn: PlannedTurn,
  who: Parameters<typeof workInPhases>[2],
) {
  await branch.plug.unplug();
  turn.say('start');
  return oneTurn(branch, turn.env, (desk) => desk.orGone(workInPhases(branch, desk.page, who, turn.say)));
}

/** A start on a profile that was hurt while the desk was off; closed again when it is through. */
export async function startHurt(
  branch: ChaosBranch,
  turn: PlannedTurn,
  phase: Phase,
  /** Whose draft was left by a desk closed in order: it must still be there, with his name. */
  draftOf: Citizen | null,
) {
  await branch.plug.unplug();
  const start = HURT_STARTS[phase];
  await start?.hurt(branch);
  turn.say(phase);
  return oneTurn(branch, turn.env, async ({ page, orGone }) => {
    if (draftOf !== null) {
      await page.keyboard.press('Alt+H');
      const row = page.locator('tr.list-row').filter({ hasText: draftOf.who });
      await orGone(row.filter({ hasText: 'đang soạn' }).first().waitFor());
    }
    if (start?.untilLevel === true) await orGone(untilCopyLevel(page));
  });
}

/** Once, before anything is cut: the copy on a second disk, which needs the supervisor. */
export async function prepareCopy(branch: ChaosBranch, env: Readonly<Record<string, string>>): Promise<true> {
  const desk = await branch.open(env);
  await desk.orGone(keepACopy(desk.page, await branch.folder('second-disk')));
  await desk.close();
  return true;
}

/** Papers on the table and in the draft, nothing pressed yet. */
export async function leaveADraft(
  branch: ChaosBranch,
  citizen: Citizen,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const desk = await branch.openAndCheck(env);
  await desk.orGone(compose(desk.page, citizen.intake));
  await desk.close();
}

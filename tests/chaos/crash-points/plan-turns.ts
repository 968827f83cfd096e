import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PointsPlan } from '../chaos-build/points-plan.ts';
import type { SwitchName } from '../chaos-build/switches.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
import { type Phase, sayPhase } from './phased-work.ts';
import type { Kill } from './visits.ts';

/** A folder that stands for a USB stick; the officer names it whenever a dialog asks for one. */
function stickDialogs(branch: ChaosBranch): string {
  const stick = join(branch.root, 'USB');
  const dialogs = join(branch.root, 'dialogs.json');
  mkdirSync(stick, { recursive: true });
  writeFileSync(dialogs, JSON.stringify({ open: { canceled: false, filePaths: [stick] } }));
  return dialogs;
}

/**
 * Each turn gets a log of its own and, with `kill`, a point at which the power goes. A protection is off only in turns
 * that are killed. Segments are small, so that the change from one to the next is passed as well.
 */
export function planTurns(branch: ChaosBranch, off: SwitchName | undefined) {
  const phaseFile = join(branch.root, 'phase');
  let turn = 0;
  return (kill: Kill | null) => {
    turn += 1;
    const plan: PointsPlan = {
      mark: branch.profile,
      log: join(branch.root, `visits-${turn}`),
      phaseFile,
      kill,
    };
    const env = {
      CHAOS_POINTS: JSON.stringify(plan),
      STANDIN_DIALOGS_FILE: stickDialogs(branch),
      CHAOS_OFF: ['big-segments', ...(off === undefined || kill === null ? [] : [off])].join(','),
    };
    return { log: plan.log, env, say: (phase: Phase) => sayPhase(phaseFile, phase) };
  };
}

export type PlannedTurn = ReturnType<ReturnType<typeof planTurns>>;

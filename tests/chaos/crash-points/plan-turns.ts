import { join } from 'node:path';
import type { PointsPlan } from '../chaos-build/points-plan.ts';
import type { SwitchName } from '../chaos-build/switches.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
import { type Phase, sayPhase } from './phased-work.ts';
import type { Kill } from './visits.ts';

/**
 * Each turn gets a log of its own and, with `kill`, a point at which the power goes. A protection is off only in turns
 * that are killed.
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
      ...(off === undefined || kill === null ? {} : { CHAOS_OFF: off }),
    };
    return { log: plan.log, env, say: (phase: Phase) => sayPhase(phaseFile, phase) };
  };
}

export type PlannedTurn = ReturnType<ReturnType<typeof planTurns>>;

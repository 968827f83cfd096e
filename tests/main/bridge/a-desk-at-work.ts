import { v7 } from 'uuid';
import type { DeskDoor } from '../../../src/main/bridge/desk-door.ts';
import type { OpenDesk } from '../../../src/main/bridge/open-desk.ts';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import { carryOut } from '../../chaos/headless-desk/carry-out.ts';
import { followScreen } from '../../chaos/headless-desk/follow-screen.ts';
import type { Printed, Who } from '../../chaos/headless-desk/orders.ts';

export function must<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.facts ?? {})}`);
  return result.value;
}

/** Waits for what another part of the desk does in its own time. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await holds()) return;
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error(`never: ${what}`);
}

export function deskOf(door: DeskDoor): OpenDesk {
  const desk = door.desk();
  if (desk === null) throw new Error('the desk is not open');
  return desk;
}

/** Officers at a desk without a window. */
export async function atWork(door: DeskDoor) {
  const desk = deskOf(door);
  const screen = await followScreen(desk.parts, () => undefined);
  const place = { desk, door, screen, findings: [], cityUrl: '', enrolCode: '', setClock: () => undefined };
  return {
    desk,
    signIn: (who: Who) => carryOut(place, { do: 'sign-in', who }),
    /** `dossierId` is also the command's id, as a draft's is both. */
    receive: async (citizen: number, dossierId = v7()): Promise<Result<Printed, Failure>> => {
      const pages = [{ name: `page of ${citizen}`, byteLength: 3000 }];
      const intake = { citizen, version: 1, procedure: '1.004194', pages };
      const made = await carryOut(place, { do: 'receive', intake, commandId: dossierId, dossierId });
      return made as Result<Printed, Failure>; // what a receive answers
    },
    ready: () =>
      until(
        () => desk.reference() !== null && desk.facts.state().leases.size > 2,
        'reference data and numbers',
      ),
  };
}

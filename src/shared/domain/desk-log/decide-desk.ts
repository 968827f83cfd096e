import { fail, ok } from '../../base/result.ts';
import { checkNewLease } from '../number-lease/check-lease.ts';
import type { AcceptLease, EnrolDesk, SignIn, SignOut } from './command.ts';
import type { Decision } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import type { Fact } from './fact.ts';

/** A desk gets its name once. Failure: `desk-already-enrolled`. */
export function decideEnrolDesk(state: DeskState, command: EnrolDesk): Decision {
  if (state.desk !== null) {
    return fail('desk-already-enrolled', 'call-support', { desk: state.desk.deskId });
  }
  const { desk, deskPublicKey, cityPublicKey } = command;
  return ok([{ type: 'desk-enrolled', desk, deskPublicKey, cityPublicKey }]);
}

/** Whoever was still signed in is signed out in the same commit. Failures: `desk-not-enrolled`, `already-signed-in`. */
export function decideSignIn(state: DeskState, command: SignIn): Decision {
  if (state.desk === null) return fail('desk-not-enrolled', 'call-support');
  const before = state.signedIn;
  if (before?.officerId === command.officer.officerId && before.role === command.officer.role) {
    return fail('already-signed-in', 'officer-decides', { name: before.fullName });
  }
  const signedIn: Fact = { type: 'officer-signed-in', officer: command.officer };
  if (before === null) return ok([signedIn]);
  return ok([{ type: 'officer-signed-out', officerId: before.officerId }, signedIn]);
}

/** Failure: `not-signed-in`. */
export function decideSignOut(state: DeskState, command: SignOut): Decision {
  if (state.signedIn?.officerId !== command.officerId) return fail('not-signed-in', 'officer-decides');
  return ok([{ type: 'officer-signed-out', officerId: command.officerId }]);
}

/** Failures: `desk-not-enrolled` and those of `checkNewLease`. */
export function decideAcceptLease(state: DeskState, command: AcceptLease): Decision {
  if (state.desk === null) return fail('desk-not-enrolled', 'call-support');
  const checked = checkNewLease(state.leases, command.lease, state.desk.branch.unitCode);
  return checked.ok ? ok([{ type: 'number-lease-received', lease: command.lease }]) : checked;
}

import type { OfficerId } from '../../shared/base/ids.ts';
import { CommandId } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import type { PinVerifier } from '../officers/verify-pin.ts';
import type { FactKeeper } from './fact-keeper.ts';

export type OfficerSession = {
  readonly signIn: (officerId: OfficerId, pin: string) => Promise<Result<Officer, Failure>>;
  readonly signOut: () => Promise<Result<Record<string, never>, Failure>>;
};

/** Who sits at the desk is a fact of the log: main checks the PIN and writes it, the window cannot. */
export function createOfficerSession(
  facts: FactKeeper,
  verifyPin: PinVerifier,
  newId: () => string,
): OfficerSession {
  const newCommand = (): CommandId => CommandId.parse(newId());

  const inTurn = oneAtATime();

  const signOut: OfficerSession['signOut'] = async () => {
    const officer = facts.state().signedIn;
    if (officer === null) return ok({});
    const { officerId } = officer;
    const out = await facts.appendForDesk(
      newCommand(),
      [{ type: 'officer-signed-out', officerId }],
      officerId,
    );
    return out.ok ? ok({}) : out;
  };

  return {
    signOut: () => inTurn(signOut),
    signIn: async (officerId, pin) => {
      const verified = await verifyPin(officerId, pin);
      if (!verified.ok) return verified;
      const officer = verified.value;
      // In turn, so that nobody sits down before whoever sat there has got up.
      return inTurn(async () => {
        const before = await signOut();
        if (!before.ok) return before;
        const signedIn = await facts.appendForDesk(
          newCommand(),
          [{ type: 'officer-signed-in', officer }],
          officerId,
        );
        return signedIn.ok ? ok(officer) : signedIn;
      });
    },
  };
}

import type { Failure, Result } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { StartReport } from '../../shared/contracts/bridge/start-report.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import type { DeskActions } from './desk-actions.ts';

type SessionActions = Pick<DeskActions, 'unlock' | 'enrol' | 'signIn' | 'signOut'>;

/** Opening the desk and the officer's session. Main checks passphrase, code and PIN; the window only passes them on. */
export function createSessionActions(
  bridge: DeskBridge,
  parts: {
    readonly begin: (report: StartReport) => Promise<void>;
    /** The session is a fact like any other: it shows when it has been replayed. */
    readonly sessionChanged: (officer: Officer | null) => Promise<void>;
  },
): SessionActions {
  const beginWith = async (reply: Result<StartReport, Failure>): Promise<Result<StartReport, Failure>> => {
    if (reply.ok) await parts.begin(reply.value);
    return reply;
  };
  return {
    unlock: async (passphrase) => beginWith(await bridge.call('desk:unlock', { passphrase })),
    enrol: async (cityUrl, code) => beginWith(await bridge.call('desk:enrol', { cityUrl, code })),
    signIn: async (officerId, pin) => {
      const reply = await bridge.call('officer:sign-in', { officerId, pin });
      if (reply.ok) await parts.sessionChanged(reply.value);
      return reply;
    },
    signOut: async () => {
      const reply = await bridge.call('officer:sign-out', {});
      if (reply.ok) await parts.sessionChanged(null);
      return reply;
    },
  };
}

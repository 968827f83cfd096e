import { CommandId } from '../../shared/base/ids.ts';
import { assignCodes } from '../../shared/domain/desk-log/assign-codes.ts';
import type { FactKeeper } from './fact-keeper.ts';

/** Far below what one record of the journal may hold; what is left over follows at once. */
const AT_ONCE = 100;

/**
 * Gives dossiers with a provisional code their final one, as soon as numbers of their day are there, however they came
 * (the line, a stick). Called at every start and whenever the journal grew: what is found to do follows from the state
 * alone and is decided in the keeper's turn, so a kill anywhere leaves either nothing or all of it to be found again.
 */
export function createCodeGiving(parts: {
  readonly facts: Pick<FactKeeper, 'appendForDesk'>;
  readonly newId: () => string;
  readonly log: (code: string, facts?: Readonly<Record<string, string | number>>) => void;
}): () => Promise<void> {
  const { facts, newId, log } = parts;
  return async () => {
    for (;;) {
      const command = CommandId.parse(newId());
      const given = await facts.appendForDesk(command, (state) => assignCodes(state, AT_ONCE), null);
      // A full disk: tried again when the journal grows or the desk starts.
      if (!given.ok) return log('codes-not-given', { code: given.failure.code });
      const count = given.value.events.length;
      if (count > 0) log('codes-given', { count });
      if (count < AT_ONCE) return;
    }
  };
}

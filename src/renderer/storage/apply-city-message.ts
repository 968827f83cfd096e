import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { applyCityEvent, applyVerdict } from '../../shared/domain/dossier/apply-city-word.ts';
import type { DossierState } from '../../shared/domain/dossier/dossier-state.ts';
import type { DeskDatabase } from './desk-database.ts';

const fold = (state: DeskState, message: CityMessage): DeskState =>
  message.kind === 'verdict'
    ? applyVerdict(state, message.statement.body)
    : applyCityEvent(state, message.statement.body);

/**
 * One signed word of the city: the dossier it moves, and the outbox row that it answers. Main has checked the signature.
 * Called inside the transaction that also moves the city position.
 */
export async function applyCityMessage(
  database: DeskDatabase,
  state: DeskState,
  message: CityMessage,
): Promise<DeskState> {
  const after = fold(state, message);
  const moved: DossierState[] = [...after.dossiers.values()].filter(
    (dossier) => state.dossiers.get(dossier.dossierId) !== dossier,
  );
  if (moved.length > 0) await database.dossiers.bulkPut(moved);
  if (message.kind === 'verdict') await database.outbox.delete(message.statement.body.seq);
  return after;
}

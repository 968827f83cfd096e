import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { LinePorts } from './ports.ts';
import { isSaidByCity } from './signed-words.ts';

export type VerdictMessage = Extract<CityMessage, { kind: 'verdict' }>;
export type FeedMessage = Extract<CityMessage, { kind: 'city-event' }>;
type Believing = Pick<LinePorts, 'enrolment' | 'verify'>;

/**
 * The verdicts for `sent` in order, up to the first that is not the city's word on just that event: signed, for this
 * desk, this seq and this very hash. `statements` as they came, whatever brought them.
 */
export function believedVerdicts(
  { enrolment, verify }: Believing,
  sent: readonly DeskEvent[],
  statements: readonly VerdictMessage['statement'][],
): readonly VerdictMessage[] {
  const messages: VerdictMessage[] = [];
  for (const [i, event] of sent.entries()) {
    const statement = statements[i];
    if (statement === undefined) break;
    const { body } = statement;
    const right = body.deskId === enrolment.desk.deskId && body.seq === event.seq && body.hash === event.hash;
    if (!right || !isSaidByCity(statement, enrolment.cityPublicKey, verify)) break;
    messages.push({ kind: 'verdict', statement });
  }
  return messages;
}

/** The words of the feed that follow on cursor `after`, up to the first that is not the city's word to this desk. */
export function believedWords(
  { enrolment, verify }: Believing,
  after: number,
  statements: readonly FeedMessage['statement'][],
): readonly FeedMessage[] {
  const messages: FeedMessage[] = [];
  for (const statement of statements) {
    const { body } = statement;
    const right = body.deskId === enrolment.desk.deskId && body.cursor === after + messages.length + 1;
    if (!right || !isSaidByCity(statement, enrolment.cityPublicKey, verify)) break;
    messages.push({ kind: 'city-event', statement });
  }
  return messages;
}

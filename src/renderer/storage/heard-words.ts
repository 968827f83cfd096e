import { CityEvent, type CityMessage } from '../../shared/contracts/city/events.ts';
import { dossierOf } from '../../shared/domain/desk-log/dossier-of.ts';
import type { CityWord } from '../../shared/domain/dossier/apply-city-word.ts';
import type { DeskDatabase } from './desk-database.ts';

export type HeardWords = {
  readonly words: readonly CityWord[];
  /** Facts that the city has judged: they leave the outbox. */
  readonly judged: readonly number[];
};

/**
 * What the city's messages say about this copy's own events. A verdict names its event by seq and hash: one about an
 * event of another history (the journal lost its end and went on) says nothing about the event that has the seq now.
 * Main has checked the signatures.
 */
export async function loadHeardWords(
  database: DeskDatabase,
  messages: readonly CityMessage[],
): Promise<HeardWords> {
  const verdicts = messages.flatMap((message) =>
    message.kind === 'verdict' ? [message.statement.body] : [],
  );
  const events = await database.events.bulkGet(verdicts.map(({ seq }) => seq));
  const own = new Map(
    verdicts.flatMap((verdict, index) => {
      const event = events[index];
      return event?.hash === verdict.hash ? [[verdict, dossierOf(event.fact)] as const] : [];
    }),
  );
  return {
    words: messages.flatMap((message): CityWord[] => {
      if (message.kind === 'city-event') {
        // Kept as it was said, so perhaps in the words of a newer city.
        const event = CityEvent.safeParse(message.statement.body);
        return event.success ? [event.data] : [];
      }
      const dossierId = own.get(message.statement.body);
      return dossierId === undefined ? [] : [{ ...message.statement.body, dossierId }];
    }),
    judged: [...own.keys()].map(({ seq }) => seq),
  };
}

import type { CityMessage } from '../../shared/contracts/city/events.ts';
import { CityEvent } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { dossierOf } from '../../shared/domain/desk-log/dossier-of.ts';
import type { CityWord } from '../../shared/domain/dossier/apply-city-word.ts';
import type { CityLog } from '../journal/city-log.ts';
import type { Journal } from '../journal/journal.ts';
import type { FactKeeper } from './fact-keeper.ts';

const AT_ONCE = 1000;

type Verdict = Extract<CityMessage, { kind: 'verdict' }>['statement']['body'];

/** What a verdict may be about: an event of this desk. */
export type Judged = Pick<DeskEvent, 'hash'> & { readonly dossierId: ReturnType<typeof dossierOf> };

/** What dossiers care about in these. A verdict about an event of another history (same seq, another hash) says nothing. */
export function cityWordsOf(
  messages: readonly CityMessage[],
  judgedAt: (seq: number) => Judged | undefined,
): readonly CityWord[] {
  return messages.flatMap((message): CityWord[] => {
    const { body } = message.statement;
    if ('outcome' in body) {
      const judged = judgedAt(body.seq);
      return judged?.hash === body.hash ? [{ ...body, dossierId: judged.dossierId }] : [];
    }
    const event = CityEvent.safeParse(body);
    return event.success ? [event.data] : [];
  });
}

/** The journal's own events from the lowest of these seqs to the highest. */
async function loadEvents(
  journal: Pick<Journal, 'read'>,
  verdicts: readonly Verdict[],
): Promise<ReadonlyMap<number, Judged>> {
  const events = new Map<number, Judged>();
  if (verdicts.length === 0) return events;
  const seqs = verdicts.map(({ seq }) => seq);
  const last = Math.max(...seqs);
  for (let afterSeq = Math.min(...seqs) - 1; afterSeq < last; ) {
    const page = await journal.read({ afterSeq, limit: Math.min(AT_ONCE, last - afterSeq) });
    // What cannot be read cannot be judged on either; the journal itself has told of the damage.
    if (!page.ok || page.value.events.length === 0) break;
    for (const { seq, hash, fact } of page.value.events)
      events.set(seq, { hash, dossierId: dossierOf(fact) });
    afterSeq = page.value.events.at(-1)?.seq ?? last;
  }
  return events;
}

/**
 * Main's own ear for the city, so that its guard knows what was refused and what is asked, whatever the window says. Words
 * enter in the keeper's turn: an append that the window makes of them comes after. `heardUpTo`: position of the last
 * word that the keeper's state holds already.
 */
export function createCityHearing(
  { journal, cityLog }: { readonly journal: Pick<Journal, 'read'>; readonly cityLog: Pick<CityLog, 'read'> },
  facts: Pick<FactKeeper, 'hear'>,
  heardUpTo: number,
): { readonly hear: () => Promise<void> } {
  let position = heardUpTo;

  async function loadWords(): Promise<readonly CityWord[]> {
    const words: CityWord[] = [];
    for (;;) {
      const page = await cityLog.read({ after: position, limit: AT_ONCE });
      if (!page.ok || page.value.messages.length === 0) return words;
      const messages = page.value.messages.map(({ message }) => message);
      const events = await loadEvents(
        journal,
        messages.flatMap((message) => (message.kind === 'verdict' ? [message.statement.body] : [])),
      );
      words.push(...cityWordsOf(messages, (seq) => events.get(seq)));
      position = page.value.messages.at(-1)?.position ?? position;
    }
  }

  return { hear: () => facts.hear(loadWords) };
}

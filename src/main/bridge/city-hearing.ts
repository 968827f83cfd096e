import type { CityMessage } from '../../shared/contracts/city/events.ts';
import { CityEvent } from '../../shared/contracts/city/events.ts';
import type { CityWord } from '../../shared/domain/dossier/apply-city-word.ts';
import type { CityLog } from '../journal/city-log.ts';
import type { Journal } from '../journal/journal.ts';
import type { FactKeeper } from './fact-keeper.ts';

const AT_ONCE = 1000;

type Verdict = Extract<CityMessage, { kind: 'verdict' }>['statement']['body'];

/** Hashes of the journal's own events from the lowest of these seqs to the highest. */
async function loadHashes(
  journal: Pick<Journal, 'read'>,
  verdicts: readonly Verdict[],
): Promise<ReadonlyMap<number, string>> {
  const hashes = new Map<number, string>();
  if (verdicts.length === 0) return hashes;
  const seqs = verdicts.map(({ seq }) => seq);
  const last = Math.max(...seqs);
  for (let afterSeq = Math.min(...seqs) - 1; afterSeq < last; ) {
    const page = await journal.read({ afterSeq, limit: Math.min(AT_ONCE, last - afterSeq) });
    // What cannot be read cannot be judged on either; the journal itself has told of the damage.
    if (!page.ok || page.value.events.length === 0) break;
    for (const { seq, hash } of page.value.events) hashes.set(seq, hash);
    afterSeq = page.value.events.at(-1)?.seq ?? last;
  }
  return hashes;
}

/**
 * Main's own ear for the city, so that its guard knows what was refused and what is asked, whatever the window says. Words
 * enter in the keeper's turn: an append that the window makes of them comes after. A verdict about an event of another
 * history (same seq, another hash) says nothing.
 */
export function createCityHearing(
  { journal, cityLog }: { readonly journal: Pick<Journal, 'read'>; readonly cityLog: Pick<CityLog, 'read'> },
  facts: Pick<FactKeeper, 'hear'>,
): { readonly hear: () => Promise<void> } {
  let position = 0;

  async function loadWords(): Promise<readonly CityWord[]> {
    const words: CityWord[] = [];
    for (;;) {
      const page = await cityLog.read({ after: position, limit: AT_ONCE });
      if (!page.ok || page.value.messages.length === 0) return words;
      const messages = page.value.messages.map(({ message }) => message);
      const hashes = await loadHashes(
        journal,
        messages.flatMap((message) => (message.kind === 'verdict' ? [message.statement.body] : [])),
      );
      for (const message of messages) {
        const { body } = message.statement;
        if ('outcome' in body) {
          if (hashes.get(body.seq) === body.hash) words.push(body);
        } else {
          const event = CityEvent.safeParse(body);
          if (event.success) words.push(event.data);
        }
      }
      position = page.value.messages.at(-1)?.position ?? position;
    }
  }

  return { hear: () => facts.hear(loadWords) };
}

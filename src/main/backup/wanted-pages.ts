import type { Sha256 } from '../../shared/base/ids.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { EventLog } from './ports.ts';

const EVENTS_A_PAGE = 1000;

/** Pages that a fact names, whichever fact it is: all of them hold papers under `content`. */
export function pagesOfEvent({ fact }: DeskEvent): readonly Sha256[] {
  return 'content' in fact
    ? fact.content.papers.flatMap(({ pages }) => pages.map(({ sha256 }) => sha256))
    : [];
}

/** Every page that the journal names, oldest first: corrections keep what they replaced. */
export async function findWantedPages(journal: EventLog): Promise<Set<Sha256>> {
  const wanted = new Set<Sha256>();
  for (let afterSeq = 0; ; ) {
    const page = await journal.read({ afterSeq, limit: EVENTS_A_PAGE });
    if (!page.ok || page.value.events.length === 0) return wanted;
    for (const event of page.value.events) for (const sha256 of pagesOfEvent(event)) wanted.add(sha256);
    afterSeq = page.value.events.at(-1)?.seq ?? afterSeq;
  }
}

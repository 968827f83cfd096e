import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { EventLog } from './ports.ts';

const EVENTS_A_FLUSH = 500;

/**
 * May `source` go on into `copy`? `backup-ahead`: the copy has facts that the journal has lost; `backup-branched`: the two
 * have different facts under one number. Neither is ever written to then: it may be the better one.
 */
export async function checkSameChain(source: EventLog, copy: EventLog): Promise<Result<null, Failure>> {
  const at = copy.head();
  const head = source.head();
  if (at.seq > head.seq) {
    return fail('backup-ahead', 'call-support', { events: at.seq - head.seq });
  }
  if (at.seq === 0) return ok(null);
  const page = await source.read({ afterSeq: at.seq - 1, limit: 1 });
  if (!page.ok) return page;
  return page.value.events[0]?.hash === at.hash
    ? ok(null)
    : fail('backup-branched', 'call-support', { seq: at.seq });
}

/** Leaves a commit that the page cuts in two for the next page. */
function wholeCommits(events: readonly DeskEvent[], isLastPage: boolean): readonly DeskEvent[] {
  const last = events.at(-1);
  if (isLastPage || last === undefined) return events;
  const begins = events.findIndex(({ command }) => command === last.command);
  return begins > 0 ? events.slice(0, begins) : events;
}

/** Brings the copy up to the journal, page by page, each durable before the next; `onEvents` hears each when it is. */
export async function copyEvents(
  source: EventLog,
  copy: EventLog,
  onEvents: (events: readonly DeskEvent[]) => void,
): Promise<Result<null, Failure>> {
  while (copy.head().seq < source.head().seq) {
    const page = await source.read({ afterSeq: copy.head().seq, limit: EVENTS_A_FLUSH });
    if (!page.ok) return page;
    const isLastPage = page.value.events.at(-1)?.seq === page.value.head.seq;
    const taken = await copy.take(wholeCommits(page.value.events, isLastPage));
    if (!taken.ok) return taken;
    if (taken.value.events.length === 0) return ok(null);
    onEvents(taken.value.events);
  }
  return ok(null);
}

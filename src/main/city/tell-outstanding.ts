import type { Outstanding } from './outstanding.ts';
import type { LinePorts } from './ports.ts';

const AT_ONCE = 2000;

/**
 * Reads the journal and then the city log into `outstanding`, from what it knows on: how the line finds its place at every
 * start. `heardUpTo`: position of the last of the city's words in it.
 */
export async function tellOutstanding(
  ports: Pick<LinePorts, 'journal' | 'cityLog' | 'log'>,
  outstanding: Outstanding,
  heardUpTo = 0,
): Promise<void> {
  for (let afterSeq = outstanding.headSeq(); ; ) {
    const page = await ports.journal.read({ afterSeq, limit: AT_ONCE });
    if (!page.ok) ports.log('journal-not-read', { code: page.failure.code, afterSeq });
    if (!page.ok || page.value.events.length === 0) break;
    outstanding.addEvents(page.value.events);
    afterSeq = page.value.events.at(-1)?.seq ?? afterSeq;
  }
  for (let after = heardUpTo; ; ) {
    const page = await ports.cityLog.read({ after, limit: AT_ONCE });
    if (!page.ok) ports.log('city-log-not-read', { code: page.failure.code, after });
    if (!page.ok || page.value.messages.length === 0) break;
    outstanding.addMessages(page.value.messages.map(({ message }) => message));
    after = page.value.messages.at(-1)?.position ?? after;
  }
}

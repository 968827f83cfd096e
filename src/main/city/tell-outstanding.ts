import { type Answer, faulty, given } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import type { LinePorts } from './ports.ts';

const AT_ONCE = 2000;
/**
 * Reads the journal and then the city log into `outstanding`, from what it knows on: how the line finds its place at every
 * start. `heardUpTo`: position of the last of the city's words in it. What does not read now is a fault: a line that goes
 * on without what stands there would call everything sent. Asked again, it reads on. (Damage that was found when the
 * journal was opened is not met here: its head is before it.) Words that are damaged are heard again, so they are no fault.
 */
export async function tellOutstanding(
  ports: Pick<LinePorts, 'journal' | 'cityLog' | 'log'>,
  outstanding: Outstanding,
  heardUpTo = 0,
): Promise<Answer<null>> {
  for (let afterSeq = outstanding.headSeq(); ; ) {
    const page = await ports.journal.read({ afterSeq, limit: AT_ONCE });
    if (!page.ok) {
      ports.log('journal-not-read', { code: page.failure.code, afterSeq });
      return faulty('desk-trouble', page.failure.code);
    }
    if (page.value.events.length === 0) break;
    outstanding.addEvents(page.value.events);
    afterSeq = page.value.events.at(-1)?.seq ?? afterSeq;
  }
  for (let after = heardUpTo; ; ) {
    const page = await ports.cityLog.read({ after, limit: AT_ONCE });
    if (!page.ok) {
      ports.log('city-log-not-read', { code: page.failure.code, after });
      if (page.failure.code !== 'city-log-damaged') return faulty('desk-trouble', page.failure.code);
    }
    if (!page.ok || page.value.messages.length === 0) break;
    outstanding.addMessages(page.value.messages.map(({ message }) => message));
    after = page.value.messages.at(-1)?.position ?? after;
  }
  return given(null);
}

import { EventBatchReply } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { believedVerdicts } from './believed-words.ts';
import type { CityRequest } from './city-request.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import { batchBytes } from './pace.ts';
import type { LinePorts } from './ports.ts';
import type { Rate } from './rate.ts';

const MOST_EVENTS = 200;
const TIMEOUT_MS = 60_000;
/**
 * A dossier's first message is at most 2 KB on the wire; this much of it is the coded body, the rest is for the request's
 * line and headers (233 bytes for a city on this machine, of which 91 are the names of desk and city and the token).
 */
const MOST_FIRST_BODY_BYTES = 1750;

/** As many as the line carries in a few seconds: a slow one makes progress, and a broken one costs little to repeat. */
function cutToSize(events: readonly DeskEvent[], most: number, mostBytes: number): readonly DeskEvent[] {
  let bytes = 0;
  let count = 0;
  for (const event of events.slice(0, most)) {
    bytes += JSON.stringify(event).length;
    if (count > 0 && bytes > mostBytes) break;
    count += 1;
  }
  return events.slice(0, count);
}

/**
 * The events up to the one with a dossier's content, where no other dossier's is among them and something follows: with
 * them the city's clock starts. Null where there is nothing to set off.
 */
function untilContent(events: readonly DeskEvent[]): readonly DeskEvent[] | null {
  const contents = events.filter(({ fact }) => 'content' in fact);
  const [content] = contents;
  if (content === undefined || contents.length > 1 || content === events.at(-1)) return null;
  return events.slice(0, events.indexOf(content) + 1);
}

/**
 * Sends the log from the last verdict on, batch by batch, until nothing is left. A verdict counts only when the city
 * signed it for this desk, this seq and this very hash; it is in the city log, on the disk, before the next batch goes.
 * A dossier alone that would not fit into 2 KB goes in two requests, its content first, receipt and slip at once after
 * it. A reception of more than about twenty scanned pages is longer by itself and goes as it is, in one request: a page
 * is a hash, an id and a length of its own, about 65 bytes once coded, 45 of them random (measured: 4.3 KB for
 * sixty pages).
 */
export function createEventSending(
  ports: Pick<LinePorts, 'enrolment' | 'journal' | 'cityLog' | 'verify' | 'log'>,
  request: CityRequest,
  outstanding: Outstanding,
  rate: Rate,
): (onVerdicts: () => void) => Promise<Answer<null>> {
  const { desk } = ports.enrolment;
  /** Halved when a batch does not get through, so that a bad line or one strange event stands alone. */
  let most = MOST_EVENTS;

  async function sendBatch(batch: readonly DeskEvent[]): Promise<Answer<null>> {
    const beginning = untilContent(batch);
    const answer = await request({
      method: 'POST',
      path: `/v1/desks/${desk.deskId}/events`,
      body: { events: batch },
      ...(beginning === null
        ? {}
        : { beginning: { mostBytes: MOST_FIRST_BODY_BYTES, body: { events: beginning } } }),
      timeoutMs: TIMEOUT_MS,
      reply: EventBatchReply,
    });
    if (!answer.ok) {
      most = Math.max(1, Math.floor(most / 2));
      return answer;
    }
    const { raw, parsed, onlyBeginning, sentBytes, tookMs } = answer.value;
    const events = onlyBeginning && beginning !== null ? beginning : batch;
    const reply = raw as typeof parsed; // parsed above; unparsed for the signatures
    if (reply.gap && reply.nextSeq <= outstanding.verdictSeq()) {
      // The city was put back to an older state: everything from there goes again (promise 1), and its feed may have new
      // words under cursors that were heard already, so that is heard again too; what is the same is kept once.
      ports.log('city-lost-events', { nextSeq: reply.nextSeq, verdictSeq: outstanding.verdictSeq() });
      outstanding.rewind({ seq: reply.nextSeq - 1, cursor: 0 });
      return given(null);
    }
    const messages = believedVerdicts(ports, events, reply.verdicts);
    if (messages.length === 0) return faulty('not-the-city', 'verdict-not-signed');
    const kept = await ports.cityLog.append(messages);
    // A full disk is not the line's fault, but nothing may move on without the durable word.
    if (!kept.ok) return faulty('desk-trouble', kept.failure.code);
    outstanding.addMessages(messages);
    rate.hint(sentBytes, tookMs);
    most = Math.min(MOST_EVENTS, most * 2);
    return messages.length < events.length ? faulty('not-the-city', 'verdict-missing') : given(null);
  }

  return async (onVerdicts) => {
    while (outstanding.factsWait()) {
      const page = await ports.journal.read({ afterSeq: outstanding.verdictSeq(), limit: most });
      if (!page.ok || page.value.events.length === 0) {
        const code = page.ok ? 'facts-not-in-journal' : page.failure.code;
        ports.log('journal-not-read', { code });
        return faulty('desk-trouble', code);
      }
      const judgedBefore = outstanding.verdictSeq();
      const sent = await sendBatch(cutToSize(page.value.events, most, batchBytes(rate.bytesPerSecond())));
      if (!sent.ok) return sent;
      // Words that were kept and yet count for nothing: the same batch again and again would never end.
      if (outstanding.verdictSeq() === judgedBefore) return faulty('desk-trouble', 'verdicts-do-not-follow');
      onVerdicts();
    }
    return given(null);
  };
}

import { type CityEvent, FeedReply } from '../../shared/contracts/city/events.ts';
import { believedWords, type FeedMessage } from './believed-words.ts';
import type { CityRequest } from './city-request.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import type { LinePorts } from './ports.ts';

const WAIT_MS = 25_000;
const TIMEOUT_MS = 40_000;
const EARLY_MS = 2000;

type Heard = Answer<readonly CityEvent[] | 'city-put-back'>;

/**
 * Hears what the city says of its own accord, once: one long poll, its words checked (signature, desk, the next cursor)
 * and durable in the city log before the next poll asks after them.
 * After every break, also at the start, the last word is asked for once more: a city that was put back to an older state
 * and has said as many others since would otherwise never be found out, and with it the pages that it lost.
 */
export function createFeedListening(
  ports: Pick<LinePorts, 'enrolment' | 'cityLog' | 'verify' | 'log'>,
  request: CityRequest,
  outstanding: Outstanding,
): () => Promise<Heard> {
  const { desk } = ports.enrolment;
  /** Since the last break the city was seen to stand by its last word. */
  let standsByIt = false;

  const ask = (after: number, waitMs: number) =>
    request({
      method: 'GET',
      path: `/v1/desks/${desk.deskId}/feed?after=${after}&waitMs=${waitMs}`,
      timeoutMs: TIMEOUT_MS,
      waits: true,
      reply: FeedReply,
    });

  /**
   * Everything is heard again, what is the same is kept once. Sending the last event once more makes the city say how
   * many it has lost.
   */
  function takeUpAgain(facts: Readonly<Record<string, number>>): Answer<'city-put-back'> {
    ports.log('city-feed-differs', facts);
    outstanding.rewind({ cursor: 0, seq: Math.max(0, outstanding.verdictSeq() - 1) });
    return given('city-put-back');
  }

  /** Checked, durable and told, or why not. */
  async function keep(messages: readonly FeedMessage[]): Promise<Answer<readonly CityEvent[]>> {
    const kept = await ports.cityLog.append(messages);
    if (!kept.ok) return faulty('desk-trouble', kept.failure.code);
    outstanding.addMessages(messages);
    return given(messages.map((message) => message.statement.body));
  }

  /** The last word once more, and what has been said since. */
  async function hearLastAgain(lastWord: string): Promise<Heard> {
    const heard = outstanding.feedCursor();
    const answer = await ask(heard - 1, 0);
    if (!answer.ok) return answer;
    const reply = answer.value.raw as typeof answer.value.parsed; // parsed above; unparsed for the signatures
    if (reply.last < heard) return takeUpAgain({ last: reply.last, heard });
    const [again, ...others] = believedWords(ports, heard - 1, reply.events);
    if (again === undefined) return faulty('not-the-city', 'feed-not-signed');
    if (again.statement.signature !== lastWord) return takeUpAgain({ heard });
    standsByIt = true;
    return others.length === 0 ? given([]) : keep(others);
  }

  async function hearNext(): Promise<Heard> {
    const heard = outstanding.feedCursor();
    const askedMs = performance.now();
    const answer = await ask(heard, WAIT_MS);
    if (!answer.ok) return answer;
    const reply = answer.value.raw as typeof answer.value.parsed; // the same
    if (reply.last < heard) return takeUpAgain({ last: reply.last, heard });
    const messages = believedWords(ports, heard, reply.events);
    if (messages.length > 0) {
      // They follow on what it stands by, or on nothing.
      standsByIt = true;
      return keep(messages);
    }
    if (reply.events.length > 0) return faulty('not-the-city', 'feed-not-signed');
    // A city that ends answers early what waits: whoever begins in its place is looked at again.
    if (performance.now() - askedMs < WAIT_MS - EARLY_MS) standsByIt = false;
    return given([]);
  }

  return async () => {
    const lastWord = standsByIt ? null : outstanding.lastWord();
    let heard = lastWord === null ? null : await hearLastAgain(lastWord);
    if (heard === null || (heard.ok && heard.value.length === 0)) heard = await hearNext();
    if (!heard.ok) standsByIt = false;
    return heard;
  };
}

import { type CityEvent, FeedReply } from '../../shared/contracts/city/events.ts';
import { believedWords, type FeedMessage } from './believed-words.ts';
import type { CityRequest } from './city-request.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import type { LinePorts } from './ports.ts';

const WAIT_MS = 25_000;
const TIMEOUT_MS = 40_000;

type Heard = Answer<readonly CityEvent[] | 'city-put-back'>;

/**
 * Hears what the city says of its own accord, once: one long poll, its words checked (signature, desk, the next cursor)
 * and durable in the city log before the next poll asks after them.
 * The desk says which word it heard last, and the city which one it has there: a city that was put back to an older state
 * and has said as many others since would otherwise never be found out, and with it the pages that it lost.
 */
export function createFeedListening(
  ports: Pick<LinePorts, 'enrolment' | 'cityLog' | 'verify' | 'log'>,
  request: CityRequest,
  outstanding: Outstanding,
): () => Promise<Heard> {
  const { desk } = ports.enrolment;

  /** Sending the last event once more makes the city say how many it has lost. */
  function sendLastAgain(cursor?: number): Answer<'city-put-back'> {
    const seq = Math.max(0, outstanding.verdictSeq() - 1);
    outstanding.rewind(cursor === undefined ? { seq } : { seq, cursor });
    return given('city-put-back');
  }

  /** Everything is heard again, what is the same is kept once. */
  function takeUpAgain(facts: Readonly<Record<string, number>>): Answer<'city-put-back'> {
    ports.log('city-feed-differs', facts);
    return sendLastAgain(0);
  }

  /** Checked, durable and told, or why not. */
  async function keep(messages: readonly FeedMessage[]): Promise<Answer<readonly CityEvent[]>> {
    const kept = await ports.cityLog.append(messages);
    if (!kept.ok) return faulty('desk-trouble', kept.failure.code);
    outstanding.addMessages(messages);
    return given(messages.map((message) => message.statement.body));
  }

  return async () => {
    const heard = outstanding.feedCursor();
    const judged = outstanding.verdictSeq();
    const lastWord = outstanding.lastWord();
    const word = lastWord === null ? '' : `&word=${lastWord}`;
    const answer = await request({
      method: 'GET',
      path: `/v1/desks/${desk.deskId}/feed?after=${heard}${word}&waitMs=${WAIT_MS}`,
      timeoutMs: TIMEOUT_MS,
      waits: true,
      reply: FeedReply,
    });
    if (!answer.ok) return answer;
    const reply = answer.value.raw as typeof answer.value.parsed; // parsed above; unparsed for the signatures
    if (reply.last < heard) return takeUpAgain({ last: reply.last, heard });
    const { afterWord = lastWord } = reply; // one that does not say stands by it, as far as can be known
    if (lastWord !== null && afterWord !== lastWord) return takeUpAgain({ heard });
    if (reply.nextSeq !== undefined && reply.nextSeq <= judged) {
      // Its words agree, and yet it has judged more than it has: it was put back to before facts that make no word.
      ports.log('city-lost-facts', { nextSeq: reply.nextSeq, verdictSeq: judged });
      return sendLastAgain();
    }
    const messages = believedWords(ports, heard, reply.events);
    if (messages.length > 0) return keep(messages);
    return reply.events.length > 0 ? faulty('not-the-city', 'feed-not-signed') : given([]);
  };
}

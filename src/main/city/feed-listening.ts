import { type CityEvent, FeedReply } from '../../shared/contracts/city/events.ts';
import { believedWords } from './believed-words.ts';
import type { CityRequest } from './city-request.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import type { LinePorts } from './ports.ts';

const WAIT_MS = 25_000;
const TIMEOUT_MS = 40_000;

/**
 * Hears what the city says of its own accord, once: one long poll, its words checked (signature, desk, the next cursor)
 * and durable in the city log before the next poll asks after them.
 */
export function createFeedListening(
  ports: Pick<LinePorts, 'enrolment' | 'cityLog' | 'verify' | 'log'>,
  request: CityRequest,
  outstanding: Outstanding,
): () => Promise<Answer<readonly CityEvent[] | 'city-put-back'>> {
  const { desk } = ports.enrolment;

  return async () => {
    const after = outstanding.feedCursor();
    const answer = await request({
      method: 'GET',
      path: `/v1/desks/${desk.deskId}/feed?after=${after}&waitMs=${WAIT_MS}`,
      timeoutMs: TIMEOUT_MS,
      waits: true,
      reply: FeedReply,
    });
    if (!answer.ok) return answer;
    const reply = answer.value.raw as typeof answer.value.parsed; // parsed above; unparsed for the signatures
    if (reply.last < after) {
      // The city was put back to an older state. What it said is kept; what it says now is heard too. Sending the last
      // event once more makes it say how many it has lost.
      ports.log('city-feed-shrank', { last: reply.last, after });
      outstanding.rewind({ cursor: reply.last, seq: Math.max(0, outstanding.verdictSeq() - 1) });
      return given('city-put-back');
    }
    const messages = believedWords(ports, after, reply.events);
    if (messages.length === 0)
      return reply.events.length === 0
        ? given<readonly CityEvent[]>([])
        : faulty('not-the-city', 'feed-not-signed');
    const kept = await ports.cityLog.append(messages);
    if (!kept.ok) return faulty('desk-trouble', kept.failure.code);
    outstanding.addMessages(messages);
    return given(messages.map((message) => message.statement.body));
  };
}

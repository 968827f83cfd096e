import { createAnswerTimes } from './answer-times.ts';
import { createAuthorizedRequest } from './authorized-request.ts';
import { createCityRequest } from './city-request.ts';
import { createExchange } from './exchange.ts';
import type { LinePorts } from './ports.ts';
import { createRoute } from './route.ts';
import { createSession } from './session.ts';

/** A city that answers within `SLOW_SECONDS` has said something by then. */
const SILENCE_MS = 4000;

/** Everything that speaks HTTP to the city: the way there, the session, the calls in the desk's name. */
export function openConnection(
  ports: LinePorts,
  signal: AbortSignal,
  onBytes: (sent: number, received: number) => void,
) {
  const { cityUrl } = ports.enrolment;
  const nowMs = () => performance.now();
  const answerTimes = createAnswerTimes();
  const route = createRoute({ cityUrl, resolveProxy: ports.resolveProxy, log: ports.log });
  const exchange = createExchange({ cityUrl, route, signal, nowMs, onBytes });
  const request = createCityRequest({
    exchange,
    signal,
    hasNetwork: ports.hasNetwork,
    silenceMs: () => (answerTimes.isSlow() ? undefined : SILENCE_MS),
    onAnswered: answerTimes.add,
  });
  const session = createSession(ports, request);
  return { route, exchange, session, answerTimes, authorized: createAuthorizedRequest(request, session) };
}

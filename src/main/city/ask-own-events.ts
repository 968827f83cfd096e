import { OwnEventsReply } from '../../shared/contracts/city/own-events.ts';
import { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { createAuthorizedRequest } from './authorized-request.ts';
import { createCityRequest } from './city-request.ts';
import { createExchange } from './exchange.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { LinePorts } from './ports.ts';
import { createRoute } from './route.ts';
import { createSession } from './session.ts';
import { isSaidByCity } from './signed-words.ts';

const TIMEOUT_MS = 60_000;

export type OwnEventsPorts = Pick<
  LinePorts,
  'enrolment' | 'sign' | 'verify' | 'now' | 'newId' | 'log' | 'hasNetwork' | 'resolveProxy'
>;

/** What the city holds of this desk after a seq; who made the events is checked by the journal. `head` is the city's word. */
export type OwnEvents = {
  readonly events: readonly DeskEvent[];
  readonly head: { readonly seq: number; readonly hash: string };
};
export type AskOwnEvents = (afterSeq: number) => Promise<Answer<OwnEvents>>;

/**
 * Asks the city what it has of this desk, before anything else is said to it: a desk that was put back from a copy must
 * not go on at a number that is taken. The city proves itself first by its signed health reply. `close` lets go of
 * every connection.
 */
export function openOwnEvents(
  ports: OwnEventsPorts,
  signal: AbortSignal,
): { readonly ask: AskOwnEvents; readonly close: () => void } {
  const { cityUrl, desk } = ports.enrolment;
  const nowMs = () => performance.now();
  const route = createRoute({ cityUrl, resolveProxy: ports.resolveProxy, log: ports.log });
  const exchange = createExchange({ cityUrl, route, signal, nowMs, onBytes: () => undefined });
  const request = createCityRequest({ exchange, signal, hasNetwork: ports.hasNetwork });
  const session = createSession(ports, request);
  const authorized = createAuthorizedRequest(request, session);

  const ask: AskOwnEvents = async (afterSeq) => {
    await route.renew();
    const health = await session.checkHealth();
    if (!health.ok) return health;
    const events: DeskEvent[] = [];
    for (let after = afterSeq; ; ) {
      const nonce = ports.newId();
      const answer = await authorized({
        method: 'GET',
        path: `/v1/desks/${desk.deskId}/events?after=${after}&nonce=${nonce}`,
        timeoutMs: TIMEOUT_MS,
        reply: OwnEventsReply,
      });
      if (!answer.ok) return answer;
      // Hashes and signatures are over what was made: nothing may be parsed away.
      const { events: came, head } = answer.value.raw as OwnEventsReply;
      const { body } = head;
      const said = isSaidByCity(head, ports.enrolment.cityPublicKey, ports.verify);
      if (!said || body.deskId !== desk.deskId || body.nonce !== nonce)
        return faulty('not-the-city', 'own-head-not-signed');
      for (const event of came) {
        if (!DeskEvent.safeParse(event).success) return faulty('city-failing', 'own-event-unreadable');
        events.push(event as unknown as DeskEvent); // the line above has just said so
      }
      const last = came.at(-1)?.seq ?? after;
      if (last <= after || last >= body.seq)
        return given({ events, head: { seq: body.seq, hash: body.hash } });
      after = last;
    }
  };
  return { ask, close: () => route.startAfresh() };
}

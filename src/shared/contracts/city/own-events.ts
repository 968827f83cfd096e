import { z } from 'zod';
import { Sha256 } from '../../base/ids.ts';
import { EventEnvelope } from './events.ts';
import { signedStatement } from './signed-statement.ts';

/**
 * `GET /v1/desks/{desk}/events?after=&nonce=`: the desk's own events as the city took them, to the letter, in order, at
 * most 200 a reply. For a desk that was put back from a copy: what the city has more than the copy. The events carry the
 * desk's own chain and signature. `head` (seq 0 and 64 zeros: none) is signed with the nonce, because a desk that is told
 * of too few would use numbers again.
 */
export const OwnEventsReply = z.object({
  events: z.array(EventEnvelope).max(200),
  head: signedStatement(
    z.object({ deskId: z.string(), nonce: z.string(), seq: z.int().min(0), hash: Sha256 }),
  ),
});
export type OwnEventsReply = z.infer<typeof OwnEventsReply>;

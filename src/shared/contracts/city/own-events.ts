import { z } from 'zod';
import { EventEnvelope } from './events.ts';

/**
 * `GET /v1/desks/{desk}/events?after=`: the desk's own events as the city took them, to the letter, in order, at most 200
 * a reply. For a desk that was put back from a copy: what the city has more than the copy. They carry the desk's own
 * chain and signature, so nothing else has to be believed. `last`: the newest seq that the city holds; it is signed
 * nowhere, because a city that claims less only keeps back what it may also lose.
 */
export const OwnEventsReply = z.object({ events: z.array(EventEnvelope).max(200), last: z.int().min(0) });
export type OwnEventsReply = z.infer<typeof OwnEventsReply>;

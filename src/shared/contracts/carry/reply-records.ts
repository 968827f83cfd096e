import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { Sha256 } from '../../base/ids.ts';
import { CityEventStatement, VerdictStatement } from '../city/events.ts';
import { LeaseReply } from '../city/leases.ts';
import { ReferenceData } from '../city/reference.ts';
import { signedStatement } from '../city/signed-statement.ts';

/**
 * What the city carries back: the words that the line would have brought, each signed for itself, so that the desk
 * checks them by the same code.
 */
export const ReplyRecord = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('manifest'),
    answeredAt: Instant,
    /** As in a reply to a batch of events: what the city expects next, and whether it misses earlier ones. */
    nextSeq: z.int().min(1),
    gap: z.boolean(),
    /** Of the part that is answered: whole in the city. */
    pagesHeld: z.array(Sha256).max(200_000),
  }),
  z.strictObject({ type: z.literal('verdicts'), statements: z.array(VerdictStatement).min(1).max(200) }),
  z.strictObject({ type: z.literal('feed'), statements: z.array(CityEventStatement).min(1).max(200) }),
  z.strictObject({ type: z.literal('leases'), statement: LeaseReply }),
  z.strictObject({ type: z.literal('reference'), statement: signedStatement(ReferenceData) }),
]);
export type ReplyRecord = z.infer<typeof ReplyRecord>;

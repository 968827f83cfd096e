import { z } from 'zod';
import { LocalDate } from '../../base/dates.ts';
import { NumberLease } from '../../domain/number-lease/number-lease.ts';
import { signedStatement } from './signed-statement.ts';

/**
 * `POST /v1/leases`: what the desk lacks. Idempotent by `requestId`: asked twice, lent once.
 * Dossier-code blocks are asked for per day, at least five working days ahead.
 */
export const LeaseRequest = z.object({
  requestId: z.uuid(),
  wants: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('dossier-code'), date: LocalDate, count: z.int().min(1).max(1000) }),
      z.object({ kind: z.literal('receipt'), year: z.int(), count: z.int().min(1).max(1000) }),
      z.object({ kind: z.literal('intake-slip'), year: z.int(), count: z.int().min(1).max(1000) }),
    ]),
  ),
});
export type LeaseRequest = z.infer<typeof LeaseRequest>;
export const LeaseReply = signedStatement(
  z.object({ deskId: z.string(), requestId: z.string(), leases: z.array(NumberLease) }),
);

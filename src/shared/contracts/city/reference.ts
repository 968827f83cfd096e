import { z } from 'zod';
import { WorkingCalendar } from '../../domain/due-date/calendar.ts';
import { Officer } from '../../domain/officer/officer.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';
import { signedStatement } from './signed-statement.ts';

/**
 * scrypt of the officer's PIN; lets an officer sign in without a line until `validUntil`, an Instant (domain.md §4.3).
 * `salt` (16 bytes) and `hash` (32 bytes) in base64url; scrypt with N = `cost`, r = 8, p = 1 over the UTF-8 PIN.
 */
export const OfficerCredential = z.object({
  officer: Officer,
  salt: z.string(),
  hash: z.string(),
  cost: z.int(),
  validUntil: z.string(),
});
export type OfficerCredential = z.infer<typeof OfficerCredential>;

/** What the branch needs to work offline; versions only grow. `sample`: a practice catalogue, not legal reference. */
export const ReferenceData = z.object({
  version: z.int().min(1),
  effectiveFrom: z.string(),
  sample: z.boolean(),
  procedures: z.array(Procedure),
  calendar: WorkingCalendar,
  officers: z.array(OfficerCredential),
  receipt: z.object({ form: z.string(), series: z.string() }),
  /**
   * The city's X25519 key for files that are carried by hand (raw 32 bytes, base64url); a key of its own, because one
   * that signs may lie where it can do nothing else. Absent from a city, or a copy, that knows of no carried files.
   */
  carryKey: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
});
export type ReferenceData = z.infer<typeof ReferenceData>;

/**
 * `GET /v1/reference?since=V`: `unchanged` when V is the newest. Officers are those of the desk's branch;
 * `since=0` once a day renews the time that their credentials are good for.
 */
export const ReferenceReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unchanged'), version: z.int() }),
  z.object({ kind: z.literal('full'), statement: signedStatement(ReferenceData) }),
]);

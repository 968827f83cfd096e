import { z } from 'zod';
import { LocalDate } from '../../base/dates.ts';
import { OfficerId } from '../../base/ids.ts';
import { NumberVoided } from '../../domain/number-lease/number-lease.ts';

const { kind } = NumberVoided.shape;

/** An act of the desk that belongs to no dossier: the type of its fact, and by what an officer knows it again. */
export const DeskAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('desk-enrolled') }),
  z.object({ type: z.literal('officer-signed-in'), officerId: OfficerId }),
  z.object({ type: z.literal('officer-signed-out'), officerId: OfficerId }),
  z.object({ type: z.literal('number-lease-received'), kind, from: z.int(), to: z.int() }),
  z.object({ type: z.literal('number-voided'), kind, number: z.int() }),
  z.object({ type: z.literal('number-leases-closed'), blocks: z.int() }),
  z.object({ type: z.literal('day-closed'), date: LocalDate }),
]);
export type DeskAct = Readonly<z.infer<typeof DeskAct>>;

/** Such an act that the city refused, by its signed verdict. `seq` is what support is read. */
export const RefusedAct = z.object({
  seq: z.int().min(1),
  act: DeskAct,
  madeAt: z.string(),
  /** By the city's clock. */
  refusedAt: z.string(),
  /** One of `RefusalReason`; a city may have more. */
  reasonCode: z.string(),
  reason: z.string(),
});
export type RefusedAct = Readonly<z.infer<typeof RefusedAct>>;

export const MOST_REFUSED_ACTS_TOLD = 20;

/** `count`: all of them; `newest`: the latest, newest first. */
export const RefusedActs = z.object({
  count: z.int(),
  newest: z.array(RefusedAct).max(MOST_REFUSED_ACTS_TOLD),
});
export type RefusedActs = Readonly<z.infer<typeof RefusedActs>>;

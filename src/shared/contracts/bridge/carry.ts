import { z } from 'zod';
import { Instant } from '../../base/dates.ts';

/** A removable drive that is there now. Its path stays in main: the window names it by `driveId`. */
export const CarryDrive = z.object({
  driveId: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string(),
  freeBytes: z.int().min(0),
});
export type CarryDrive = Readonly<z.infer<typeof CarryDrive>>;

/** null: main asks for a folder by the system's dialog. */
export const CarryPlace = z.object({ driveId: CarryDrive.shape.driveId.nullable() });

export const CarryOverview = z.object({
  drives: z.array(CarryDrive),
  /** The last export, and whether the city has answered everything in it, however its words came. */
  last: z
    .object({ madeAt: Instant, dossiers: z.int(), files: z.array(z.string()), answered: z.boolean() })
    .nullable(),
});
export type CarryOverview = Readonly<z.infer<typeof CarryOverview>>;

const Stopped = z.object({ outcome: z.enum(['not-chosen', 'cancelled']) });

export const CarryWritten = z.discriminatedUnion('outcome', [
  Stopped,
  z.object({
    outcome: z.literal('written'),
    place: z.string(),
    files: z.array(z.object({ name: z.string(), byteLength: z.int() })),
    dossiers: z.int(),
    events: z.int(),
    pages: z.int(),
    leftOut: z.object({ dossiers: z.int(), pages: z.int(), bytes: z.int() }),
    /** Pages that this desk itself no longer has whole. */
    unreadable: z.int(),
  }),
]);
export type CarryWritten = Readonly<z.infer<typeof CarryWritten>>;

export const CarryTaken = z.discriminatedUnion('outcome', [
  Stopped,
  z.object({
    outcome: z.literal('taken'),
    /** Of all replies together: what was new to this desk. */
    accepted: z.int(),
    refused: z.int(),
    complete: z.int(),
    leases: z.boolean(),
    reference: z.boolean(),
    /** The city misses events: they are to be carried again. */
    missing: z.boolean(),
    files: z.int(),
    /** Replies that could not be taken, each with its reason. */
    faults: z.array(
      z.object({
        name: z.string(),
        code: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
]);
export type CarryTaken = Readonly<z.infer<typeof CarryTaken>>;

export type CarryProgress = { readonly doneBytes: number; readonly totalBytes: number };

import { z } from 'zod';

const uuid = () => z.uuid();

/** UUIDv7, made once where the thing is born and never changed. */
export const DossierId = uuid().brand('DossierId');
export type DossierId = z.infer<typeof DossierId>;

export const EventId = uuid().brand('EventId');
export type EventId = z.infer<typeof EventId>;

/** One per press of a button: the same command sent twice makes its facts once. */
export const CommandId = uuid().brand('CommandId');
export type CommandId = z.infer<typeof CommandId>;

export const LeaseId = uuid().brand('LeaseId');
export type LeaseId = z.infer<typeof LeaseId>;

/** Given by the city, e.g. `CN02-Q03`. */
export const DeskId = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,30}$/)
  .brand('DeskId');
export type DeskId = z.infer<typeof DeskId>;

/** Given by the city, e.g. `ha.nt`. */
export const OfficerId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,40}$/)
  .brand('OfficerId');
export type OfficerId = z.infer<typeof OfficerId>;

/** Lower-case hexadecimal SHA-256 (64 digits). */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('Sha256');
export type Sha256 = z.infer<typeof Sha256>;

/** Hash before the first event of a log. */
export const NO_HASH = '0'.repeat(64) as Sha256;

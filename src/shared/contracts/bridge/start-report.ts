import { z } from 'zod';
import { Desk } from '../../domain/desk/desk.ts';
import { DeskEvent, LogHead } from '../../domain/desk-log/desk-event.ts';
import { Officer } from '../../domain/officer/officer.ts';

/** Something the desk found and mended, or could not, while starting. `code` is looked up in the texts. */
export const StartNotice = z.object({
  code: z.string(),
  severity: z.enum(['told', 'look', 'alarm']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type StartNotice = z.infer<typeof StartNotice>;

export const StartReport = z.object({
  /** `locked`: no keyring, a passphrase is needed. `not-enrolled`: no city has given this desk a name yet. */
  status: z.enum(['locked', 'new-passphrase-needed', 'not-enrolled', 'ready']),
  desk: Desk.nullable(),
  head: LogHead,
  signedIn: Officer.nullable(),
  /** True where the window is Chromium standing in for Electron. */
  standIn: z.boolean(),
  practice: z.boolean(),
  version: z.string(),
  notices: z.array(StartNotice),
});
export type StartReport = z.infer<typeof StartReport>;

export const EventPage = z.object({ events: z.array(DeskEvent), head: LogHead });

import { z } from 'zod';
import { Instant } from '../../base/dates.ts';

/**
 * What of the desk lies on the second disk or share.
 * `level`: everything that the journal holds is there, pages too. `copying`: on its way. `away`: the folder is not there
 * now; it is looked for again by itself. `full`, `failing`: the disk there. `refused`: what lies there must not be
 * touched by this desk; `reason` says why and is a failure code.
 */
export const BackupStatus = z.object({
  folder: z.string().nullable(),
  state: z.enum(['none', 'copying', 'level', 'away', 'full', 'failing', 'refused']),
  reason: z.string().nullable(),
  /** Number of the last fact that is durable there, and of the last one of the journal. */
  copiedSeq: z.int().min(0),
  headSeq: z.int().min(0),
  /** When the copy was last found level with the journal, facts at least. */
  copiedAt: Instant.nullable(),
  pagesWaiting: z.int().min(0),
  /** Pages that are whole neither here nor there. */
  pagesLost: z.int().min(0),
  /** Pages that were taken back from the copy because they were missing or damaged here. */
  pagesMended: z.int().min(0),
  freeBytes: z.number().nullable(),
});
export type BackupStatus = Readonly<z.infer<typeof BackupStatus>>;

/** `folder`: a path, null for none; absent: ask by a dialog of the system. */
export const BackupChoice = z.object({ folder: z.string().trim().min(1).max(1000).nullable().optional() });
export type BackupChoice = Readonly<z.infer<typeof BackupChoice>>;

/** `recoveryCode`: shown once, when a folder was chosen; null when nothing new was begun. */
export const BackupChosen = z.object({ status: BackupStatus, recoveryCode: z.string().nullable() });
export type BackupChosen = Readonly<z.infer<typeof BackupChosen>>;

/** What a backup says of itself before it is opened; believed only after the recovery code has opened it. */
export const FoundBackup = z.object({
  /** Folder of this very desk's copy. */
  folder: z.string(),
  deskId: z.string(),
  deskName: z.string(),
  branchName: z.string(),
  seq: z.int().min(0),
  copiedAt: Instant.nullable(),
  dossiers: z.int().min(0),
  lastDossier: z.object({ code: z.string(), receivedAt: Instant }).nullable(),
  unsentDossiers: z.int().min(0),
});
export type FoundBackup = Readonly<z.infer<typeof FoundBackup>>;

/** `folder`: absent: ask by a dialog of the system. */
export const BackupSearch = z.object({ folder: z.string().trim().min(1).max(1000).optional() });
export const RestoreOrder = z.object({
  /** `FoundBackup.folder`. */
  folder: z.string().min(1).max(1000),
  recoveryCode: z.string().min(1).max(200),
});
export type RestoreOrder = Readonly<z.infer<typeof RestoreOrder>>;

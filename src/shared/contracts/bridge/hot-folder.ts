import { z } from 'zod';
import { StoredPage } from '../../domain/page/page.ts';

/** A whole file that lies in the watched folder and that no desk has taken yet. */
export const WaitingFile = z.object({ name: z.string().min(1), byteLength: z.int().min(0) });
export type WaitingFile = Readonly<z.infer<typeof WaitingFile>>;

/** The folder that a scanner's own program writes to, and what waits in it. */
export const HotFolderStatus = z.object({
  /** null: none is chosen. */
  folder: z.string().nullable(),
  /** Look again and again instead of waiting to be told: for shares whose system tells nothing. */
  polling: z.boolean(),
  /** `missing`: chosen, but not there now (network, pulled USB stick); it is tried again by itself. */
  state: z.enum(['none', 'watched', 'missing']),
  waiting: z.array(WaitingFile),
});
export type HotFolderStatus = Readonly<z.infer<typeof HotFolderStatus>>;

/** `folder`: a path, null for none; absent: ask by a dialog of the system. */
export const HotFolderChoice = z.object({
  folder: z.string().trim().min(1).max(1000).nullable().optional(),
  polling: z.boolean(),
});
export type HotFolderChoice = Readonly<z.infer<typeof HotFolderChoice>>;

/**
 * A file that this desk has taken out of the folder, until the window says what became of it. Either pages, durable in
 * the page store, or the reason why it is none of a dossier's.
 */
export const TakenFile = z.object({
  claimId: z.uuid(),
  pages: z.array(StoredPage),
  fault: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type TakenFile = Readonly<z.infer<typeof TakenFile>>;

/** What became of a taken file: its pages lie in a draft that is kept; refused, with the sentence that the officer read; nothing. */
export const FileOutcome = z.discriminatedUnion('became', [
  z.object({ became: z.literal('pages') }),
  z.object({ became: z.literal('refused'), sentence: z.string().min(1).max(1000) }),
  z.object({ became: z.literal('nothing') }),
]);
export type FileOutcome = Readonly<z.infer<typeof FileOutcome>>;

export const FileSettled = z.object({ claimId: z.uuid(), outcome: FileOutcome });
export type FileSettled = Readonly<z.infer<typeof FileSettled>>;

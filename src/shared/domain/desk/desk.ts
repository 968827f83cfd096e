import { z } from 'zod';
import { DeskId } from '../../base/ids.ts';
import { Branch } from '../branch/branch.ts';

export const Desk = z.object({
  deskId: DeskId,
  /** "Quầy 03" */
  name: z.string().min(1),
  branch: Branch,
});
export type Desk = Readonly<z.infer<typeof Desk>>;

/** First fact of every log: which desk this is and whose signatures it believes. */
export const DeskEnrolled = z.object({
  type: z.literal('desk-enrolled'),
  desk: Desk,
  /** Ed25519 public keys, base64url of the raw 32 bytes. */
  deskPublicKey: z.string(),
  cityPublicKey: z.string(),
  /** Where the city was; a fact, so that no lost file can leave an enrolled desk without a line. */
  cityUrl: z.url().optional(),
});

import { z } from 'zod';
import { OfficerId } from '../../base/ids.ts';

export const OfficerRole = z.enum(['reception-officer', 'branch-supervisor']);
export type OfficerRole = z.infer<typeof OfficerRole>;

export const Officer = z.object({
  officerId: OfficerId,
  fullName: z.string().min(1),
  role: OfficerRole,
  /** "chị", "anh": how the desk greets. */
  title: z.string(),
});
export type Officer = Readonly<z.infer<typeof Officer>>;

export const OfficerSignedIn = z.object({ type: z.literal('officer-signed-in'), officer: Officer });
export const OfficerSignedOut = z.object({ type: z.literal('officer-signed-out'), officerId: OfficerId });

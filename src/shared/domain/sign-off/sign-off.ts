import { z } from 'zod';
import { DossierId, Sha256 } from '../../base/ids.ts';

export const DossierSubmitted = z.object({ type: z.literal('dossier-submitted'), dossierId: DossierId });

/** `contentHash`: SHA-256 of the canonical content that the supervisor saw. */
export const DossierApproved = z.object({
  type: z.literal('dossier-approved'),
  dossierId: DossierId,
  contentHash: Sha256,
});

export const DossierReturned = z.object({
  type: z.literal('dossier-returned'),
  dossierId: DossierId,
  reason: z.string().trim().min(3).max(1000),
});

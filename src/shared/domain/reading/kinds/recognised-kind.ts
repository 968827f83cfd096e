import { z } from 'zod';
import { OfficialKind, PaperKind } from '../../paper/paper-kind.ts';

/** Kind of a page and how sure that is, 0…1; `official` says which sort of official document, null for the others. */
export const RecognisedKind = z.object({
  kind: PaperKind,
  official: OfficialKind.nullable(),
  confidence: z.number().min(0).max(1),
});
export type RecognisedKind = Readonly<z.infer<typeof RecognisedKind>>;

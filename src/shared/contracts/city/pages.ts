import { z } from 'zod';
import { DossierId, Sha256 } from '../../base/ids.ts';

/**
 * `HEAD/POST/PATCH /v1/pages…`: tus 1.0 resumable upload (creation + checksum of the whole by name).
 * POST (creation-with-upload: the first bytes go with it) with `Upload-Length` and `Upload-Metadata: sha256 <b64>, mediatype <b64>, dossier <b64>` creates an upload whose
 * name in the URL is the SHA-256 itself, `/v1/pages/<sha256>`; HEAD gives the offset (404: unknown; offset = length: the city has it).
 * After the last byte the city hashes what it got; a wrong hash is thrown away (460) and starts again at 0.
 * The same page of two dossiers is stored once.
 */
export const PAGES_PATH = '/v1/pages';

/**
 * `POST /v1/desks/{desk}/pages-wanted`: one question for many pages. `say`: the desk holds that all is there and still
 * has no signed word: the city looks again and says `dossier-complete` or `pages-wanted` in the feed, once more if it
 * must. Asking changes nothing else, however often.
 */
export const PagesQuestion = z.object({ dossiers: z.array(DossierId).min(1).max(200), say: z.boolean() });
export type PagesQuestion = z.infer<typeof PagesQuestion>;

/** Per dossier, in the order of the question: the pages the city lacks, and how many bytes of each it has (null: never begun). */
export const PagesAnswer = z.object({
  dossiers: z.array(
    z.object({
      dossierId: DossierId,
      known: z.boolean(),
      pages: z.array(z.object({ sha256: Sha256, offset: z.int().min(0).nullable() })),
    }),
  ),
});
export type PagesAnswer = z.infer<typeof PagesAnswer>;

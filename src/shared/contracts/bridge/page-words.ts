import { z } from 'zod';
import { PageBox } from '../../domain/paper/paper.ts';

/** More than any page of print has; what is beyond is no reading. */
const MOST_WORDS = 20_000;
const LONGEST_WORD = 500;

/** Words of one page of a dossier, in reading order, with boxes that fit the page as the dossier shows it. */
export const PageWords = z.object({
  pageId: z.uuid(),
  words: z
    .array(
      z.object({
        text: z.string().max(LONGEST_WORD),
        confidence: z.number().min(0).max(1),
        box: PageBox,
        line: z.int().min(0),
      }),
    )
    .max(MOST_WORDS),
});
export type PageWords = Readonly<z.infer<typeof PageWords>>;

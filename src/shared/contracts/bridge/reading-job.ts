import { z } from 'zod';
import { Sha256 } from '../../base/ids.ts';
import { PageCut, PageRotation } from '../../domain/page/page.ts';
import { PageBox, ReadField } from '../../domain/paper/paper.ts';
import { Contradiction } from '../../domain/reading/contradictions/contradiction.ts';
import { RecognisedKind } from '../../domain/reading/kinds/recognised-kind.ts';
import { type PageReading, READING_ENGINES } from './reading.ts';

const fraction = z.number().min(0).max(1);
const nothing = z.object({});

/** One page for the windowless reader of `npm run read`. `task` names it in the answer. */
export const ReadingTask = z.object({
  task: z.int().min(0),
  sha256: Sha256,
  rotation: PageRotation,
  cut: PageCut.optional(),
});
export type ReadingTask = Readonly<z.infer<typeof ReadingTask>>;

/** `PageReading` as it comes through the door, where it is parsed again. */
export const PageReadingReport = z.object({
  sha256: Sha256,
  rotation: z.number(),
  engine: z.enum(READING_ENGINES),
  text: z.string(),
  words: z
    .array(
      z.object({
        text: z.string(),
        confidence: fraction,
        box: PageBox,
        line: z.int().min(0),
        asRead: z.string().optional(),
      }),
    )
    .readonly(),
  codes: z
    .array(
      z.object({
        format: z.enum(['qr', 'barcode']),
        symbology: z.string(),
        text: z.string(),
        box: PageBox,
      }),
    )
    .readonly(),
  mrz: z.array(z.string()).readonly().nullable(),
  kind: RecognisedKind.nullable(),
  fields: z.array(ReadField).readonly(),
  contradictions: z.array(Contradiction).readonly(),
  meanConfidence: fraction,
  skewDegrees: z.number(),
  blank: z.boolean(),
  seconds: z.number().min(0),
}) satisfies z.ZodType<PageReading>;

export const ReadingFailure = z.object({
  code: z.string(),
  remedy: z.enum(['retry-later', 'officer-decides', 'call-support']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/**
 * Doors of the reading page, open only when main was started with `--read`. `reader:next` waits until there is a
 * page; null means that all is read. Several may wait at once.
 */
export const readingChannels = {
  'reader:next': { input: nothing, output: z.object({ task: ReadingTask.nullable() }) },
  'reader:done': {
    input: z.object({ task: z.int().min(0), reading: PageReadingReport }),
    output: nothing,
  },
  'reader:failed': {
    input: z.object({ task: z.int().min(0), failure: ReadingFailure }),
    output: nothing,
  },
} as const;

export type ReadingChannels = typeof readingChannels;

import { z } from 'zod';

const failure = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** One line of the desk in reading mode (`src/main/reading/reading-outcome.ts`), parsed again. */
export const Outcome = z.union([
  z.object({ file: z.string(), page: z.int().nullable(), failure }),
  z.object({
    file: z.string(),
    page: z.int(),
    text: z.string(),
    engine: z.string(),
    kind: z.looseObject({ kind: z.string(), confidence: z.number() }).nullable(),
    codes: z.array(z.looseObject({ symbology: z.string(), text: z.string() })),
    mrz: z.array(z.string()).nullable(),
    contradictions: z.array(z.looseObject({ code: z.string() })),
    fields: z.array(z.looseObject({ name: z.string(), value: z.string(), confidence: z.number() })),
    meanConfidence: z.number(),
    rotationDegrees: z.number(),
    skewDegrees: z.number(),
    seconds: z.number(),
    blank: z.boolean(),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;
export type PageOutcome = Extract<Outcome, { text: string }>;

/** What became of the archival PDF. */
export const Archived = z.union([z.object({ failure }), z.object({ path: z.string(), pages: z.int() })]);
export type Archived = z.infer<typeof Archived>;

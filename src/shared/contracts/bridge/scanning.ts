import { z } from 'zod';
import { StoredPage } from '../../domain/page/page.ts';

export const Scanner = z.object({ scannerId: z.string(), name: z.string(), kind: z.enum(['sane']) });
export type Scanner = z.infer<typeof Scanner>;

export const ScanRequest = z.object({
  scanId: z.uuid(),
  scannerId: z.string(),
  source: z.enum(['flatbed', 'feeder']),
  colour: z.enum(['colour', 'grey']),
  dpi: z.union([z.literal(150), z.literal(200), z.literal(300)]),
});
export type ScanRequest = z.infer<typeof ScanRequest>;

/** Pages before a fault are kept: `pages` holds them, `fault` says what stopped the scanner (null: paper out, as it should). */
export const ScanReply = z.object({
  pages: z.array(StoredPage),
  fault: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type ScanReply = z.infer<typeof ScanReply>;

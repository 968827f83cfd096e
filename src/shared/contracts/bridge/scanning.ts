import { z } from 'zod';
import { StoredPage } from '../../domain/page/page.ts';

/** By which way the desk speaks with a scanner. */
export const ScannerKind = z.enum(['sane', 'escl', 'wia', 'naps2']);
export type ScannerKind = z.infer<typeof ScannerKind>;

export const ScanSource = z.enum(['flatbed', 'feeder', 'feeder-duplex']);
export type ScanSource = z.infer<typeof ScanSource>;

export const ScanColour = z.enum(['colour', 'grey']);
export type ScanColour = z.infer<typeof ScanColour>;

export const PaperSize = z.enum(['a4', 'a5', 'a3', 'letter', 'card']);
export type PaperSize = z.infer<typeof PaperSize>;

/** Upright. `card` has room around an ID card (85.6 × 54 mm), so that it need not lie exactly in the corner. */
export const PAPER_MM: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  a3: { width: 297, height: 420 },
  letter: { width: 216, height: 279 },
  card: { width: 105, height: 75 },
};

/** A scanner that answers, and what it can do: the window offers nothing else. */
export const Scanner = z.object({
  scannerId: z.string().max(500),
  name: z.string(),
  kind: ScannerKind,
  sources: z.array(ScanSource).min(1),
  dpi: z.array(z.int().min(50).max(4800)).min(1),
  colours: z.array(ScanColour).min(1),
  sizes: z.array(PaperSize).min(1),
  /**
   * How a scanner in the network proves who it is: by a certificate that a known authority signed, by one of its own that
   * is remembered since the first use, or not at all (plain HTTP). null for scanners on a cable.
   */
  line: z.enum(['trusted', 'remembered', 'plain']).nullable(),
});
export type Scanner = Readonly<z.infer<typeof Scanner>>;

/**
 * `searching`: some ways of looking are not done yet, ask again. `missing`: ways that cannot be gone on this PC, by the
 * failure's code. `addresses`: scanners added by hand, whether they answer or not.
 */
export const ScannerList = z.object({
  scanners: z.array(Scanner),
  searching: z.boolean(),
  missing: z.array(z.object({ kind: ScannerKind, code: z.string() })),
  addresses: z.array(z.string()),
});
export type ScannerList = Readonly<z.infer<typeof ScannerList>>;

/** Where a stack that stopped goes on: full sheets that are in, and whether the front of the next one is in too. */
export const ScanPlace = z.object({
  sheetsKept: z.int().min(0),
  frontOfNextKept: z.boolean(),
});
export type ScanPlace = Readonly<z.infer<typeof ScanPlace>>;

export const ScanRequest = z.object({
  scanId: z.uuid(),
  scannerId: z.string().max(500),
  source: ScanSource,
  colour: ScanColour,
  dpi: z.int().min(50).max(1200),
  size: PaperSize,
  /** The rest of a stack that stopped before; null for a new one. */
  resume: ScanPlace.nullable(),
});
export type ScanRequest = Readonly<z.infer<typeof ScanRequest>>;

/**
 * Pages before a fault are kept: `pages` holds them, `fault` says what stopped the scanner (null: paper out, as it should),
 * `resume` where the stack goes on (null: it came to its end, or it was the glass).
 */
export const ScanReply = z.object({
  pages: z.array(StoredPage),
  fault: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  resume: ScanPlace.nullable(),
});
export type ScanReply = z.infer<typeof ScanReply>;

/** A host name or IP address, perhaps with a port or a path; the driver tries the protocol's usual ones. */
export const ScannerAddress = z.string().trim().min(1).max(200);

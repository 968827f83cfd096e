import type { Sha256 } from '../../shared/base/ids.ts';
import { CHUNK_BYTES, TAG_BYTES } from '../disk/chunk-seal.ts';

export type PageToCarry = {
  readonly sha256: Sha256;
  readonly byteLength: number;
  readonly mediaType: string;
};
type DossierToCarry = { readonly pages: readonly PageToCarry[] };

export type UnsentPlan = {
  /** Pages of each part, the ones due first in the first. At least one part, perhaps without pages. */
  readonly parts: readonly (readonly PageToCarry[])[];
  readonly pages: number;
  /** What does not fit on the stick: all pages of these dossiers stay. */
  readonly leftOut: { readonly dossiers: number; readonly pages: number; readonly bytes: number };
  /** Bytes of all files together. */
  readonly totalBytes: number;
};

/** Head, manifest and end of a part, with room to spare. */
const FRAME_BYTES = 16 * 1024;
/** The record before a page. */
const PAGE_RECORD_BYTES = 200;

const sealedBytes = (plain: number): number => plain + Math.ceil(plain / CHUNK_BYTES) * TAG_BYTES;

/** Bytes of a part that holds `eventsBytes` of events and nothing else. */
export const partBytes = (eventsBytes: number): number => sealedBytes(FRAME_BYTES + eventsBytes);

/**
 * Shares pages out to files of at most `mostFileBytes`, all of them together at most `roomBytes`. Every part begins with
 * all events. Dossiers come in the order in which they are due; one that does not fit whole is left out, and what is
 * smaller may still find room behind it. null when the events alone do not fit.
 */
export function planUnsent(
  dossiers: readonly DossierToCarry[],
  eventsBytes: number,
  limits: { readonly roomBytes: number; readonly mostFileBytes: number },
): UnsentPlan | null {
  const base = partBytes(eventsBytes);
  if (base > limits.roomBytes || base > limits.mostFileBytes) return null;
  const parts: PageToCarry[][] = [[]];
  const planned = new Set<Sha256>();
  const left = new Set<Sha256>();
  let totalBytes = base;
  let inPart = base;
  let leftDossiers = 0;
  let leftBytes = 0;

  for (const dossier of dossiers) {
    const fresh = new Map(
      dossier.pages.filter(({ sha256 }) => !planned.has(sha256)).map((page) => [page.sha256, page]),
    );
    // Tried on copies: a dossier goes whole or not at all.
    let total = totalBytes;
    let part = inPart;
    const cuts: PageToCarry[][] = [[]];
    let fits = true;
    for (const page of fresh.values()) {
      const bytes = sealedBytes(page.byteLength + PAGE_RECORD_BYTES);
      if (part + bytes > limits.mostFileBytes) {
        cuts.push([]);
        total += base;
        part = base;
      }
      total += bytes;
      part += bytes;
      cuts.at(-1)?.push(page);
      fits &&= part <= limits.mostFileBytes && total <= limits.roomBytes;
    }
    if (!fits) {
      leftDossiers += 1;
      for (const page of fresh.values()) {
        if (left.has(page.sha256)) continue;
        left.add(page.sha256);
        leftBytes += page.byteLength;
      }
      continue;
    }
    parts.at(-1)?.push(...(cuts[0] ?? []));
    parts.push(...cuts.slice(1));
    for (const sha256 of fresh.keys()) planned.add(sha256);
    totalBytes = total;
    inPart = part;
  }
  return {
    parts,
    pages: planned.size,
    leftOut: { dossiers: leftDossiers, pages: left.size, bytes: leftBytes },
    totalBytes,
  };
}

import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { LocalDate } from '../../shared/base/dates.ts';
import { Sha256 } from '../../shared/base/ids.ts';
import { findClaims, moveTo, PLACES, removeClaimFolders } from './file-moves.ts';

/** What this desk has in its hands of one folder: written down before the window hears of the pages. */
export const KeptClaims = z.record(z.string(), z.array(Sha256));
export type KeptClaims = z.infer<typeof KeptClaims>;

export type Claim = { readonly claimId: string; readonly path: string; readonly name: string };

/** Windows' editor shows Vietnamese right with the mark at the start. */
const UTF8_MARK = '\ufeff';

/** Its pages lie in a draft that is kept: the file is done with (HF-4). Throws errno errors. */
export async function putToReceived(folder: string, { path, name }: Claim, day: LocalDate): Promise<void> {
  await moveTo(path, folder, [PLACES.received, LocalDate.parse(day)], name);
  await removeClaimFolders(path);
}

/** The file cannot become pages; beside it lies why, in the officer's words (HF-5). Throws errno errors. */
export async function putToRefused(folder: string, { path, name }: Claim, why: string): Promise<void> {
  const moved = await moveTo(path, folder, [PLACES.refused], name);
  await writeFile(`${moved}.txt`, `${UTF8_MARK}${name}\r\n${why}\r\n`);
  await removeClaimFolders(path);
}

/** Nothing came of it: it waits again. Throws errno errors. */
export async function putBack(folder: string, { path, name }: Claim): Promise<void> {
  await moveTo(path, folder, [], name);
  await removeClaimFolders(path);
}

/**
 * What an earlier run of this desk took and did not settle (HF-6): taken after all when its pages are in a draft or a
 * dossier, else back to where it waits. Throws errno errors.
 */
export async function settleOldClaims(
  folder: string,
  desk: string,
  by: {
    readonly kept: KeptClaims;
    readonly isActive: (claimId: string) => boolean;
    readonly areInUse: (pages: readonly Sha256[]) => Promise<boolean>;
    readonly today: () => LocalDate;
  },
): Promise<void> {
  for (const claim of await findClaims(folder, desk)) {
    if (by.isActive(claim.claimId)) continue;
    const pages = by.kept[claim.claimId] ?? [];
    if (pages.length > 0 && (await by.areInUse(pages))) await putToReceived(folder, claim, by.today());
    else await putBack(folder, claim);
  }
}

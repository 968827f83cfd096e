import { fail, ok } from '../../shared/base/result.ts';
import { PageQuality } from '../../shared/contracts/bridge/page-quality.ts';
import { qualityUrl } from '../../shared/contracts/bridge/page-urls.ts';
import type { DeskActions } from './desk-actions.ts';

/** Asks main what is wrong with a picture. Failure `page-not-measured`: it is gone from the store, or main is closing. */
export const findPageQuality: DeskActions['findPageQuality'] = async (sha256, look) => {
  try {
    const answer = await fetch(qualityUrl(sha256, look));
    const quality = PageQuality.safeParse(await answer.json());
    if (quality.success) return ok(quality.data);
  } catch {
    // Said below; the page itself shows that it cannot be opened.
  }
  return fail('page-not-measured', 'retry-later');
};

import type { PageLook } from '../../shared/domain/page/page.ts';
import { lookKey } from '../../shared/domain/page/page-look.ts';

/** A page is read, and looked through for codes, within seconds; 2–3 MB each. */
const KEPT = 4;

/**
 * The picture of a page for reading, made once for all who ask for it within a short while: the engine in the window,
 * the PC's own program, the search for codes.
 */
export function createSharedPictures<Picture>(
  make: (sha256: string, look: PageLook) => Promise<Picture | null>,
): (sha256: string, look: PageLook) => Promise<Picture | null> {
  const recent = new Map<string, Promise<Picture | null>>();
  return async (sha256, look) => {
    const key = `${sha256}/${lookKey(look)}`;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const making = make(sha256, look);
    recent.set(key, making);
    for (const oldest of recent.keys()) {
      if (recent.size <= KEPT) break;
      recent.delete(oldest);
    }
    try {
      const made = await making;
      // A page that is not there yet may come.
      if (made === null) recent.delete(key);
      return made;
    } catch (defect) {
      recent.delete(key);
      throw defect;
    }
  };
}

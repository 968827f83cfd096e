import { useEffect } from 'react';
import { create } from 'zustand';
import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageQuality } from '../../shared/contracts/bridge/page-quality.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';
import { lookKey } from '../../shared/domain/page/page-look.ts';
import { behindKeys } from './behind-keys.ts';

type Ask = (
  sha256: Sha256,
  look: PageLook,
) => Promise<{ readonly ok: boolean; readonly value?: PageQuality }>;

/** Measured pages by hash and look: what a picture is like never changes. */
const useKnown = create<{ readonly byKey: ReadonlyMap<string, PageQuality> }>(() => ({ byKey: new Map() }));
const asked = new Set<string>();
const MOST_KEPT = 2000;

const keyOf = (page: PageLook & { readonly sha256: Sha256 }): string => `${page.sha256}@${lookKey(page)}`;

/** Quality of a page, undefined until main has measured it; asked once. */
export function usePageQuality(
  page: PageLook & { readonly sha256: Sha256 },
  ask: Ask,
): PageQuality | undefined {
  const key = keyOf(page);
  const known = useKnown((state) => state.byKey.get(key));
  useEffect(() => {
    if (known !== undefined || asked.has(key)) return;
    asked.add(key);
    const { sha256, rotation, cut } = page;
    void ask(sha256, { rotation, cut }).then((answer) => {
      const { value } = answer;
      behindKeys(() => {
        asked.delete(key);
        if (value === undefined) return;
        useKnown.setState(({ byKey }) => {
          const kept = byKey.size >= MOST_KEPT ? [] : byKey;
          return { byKey: new Map([...kept, [key, value]]) };
        });
      });
    });
  }, [key, known, page, ask]);
  return known;
}

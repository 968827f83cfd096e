import { z } from 'zod';
import type { OfficerId } from '../../shared/base/ids.ts';
import type { Failure, Result } from '../../shared/base/result.ts';

/** Where counts outlive the program: sealed, whole or not at all (`sealed-files`). */
export type TriesStore = {
  /** null when nothing was ever kept. */
  readonly load: () => Promise<Result<unknown, Failure>>;
  readonly save: (value: unknown) => Promise<Result<unknown, Failure>>;
};

/** Wrong PINs of one officer since the last right one. */
export type WrongTries = { readonly count: number; readonly lastMs: number };

const Kept = z.record(z.string(), z.object({ count: z.int().min(0), lastMs: z.number() }));

/**
 * Counts of wrong PINs that a restart or a power cut does not forgive [PIN-3]. What cannot be read is taken for the worst
 * [PIN-5]; what cannot be written is still counted while the program runs [PIN-6].
 */
export function keepWrongTries(
  store: TriesStore,
  worst: () => WrongTries,
  log: (what: string, facts: { readonly code: string }) => void,
) {
  const counts = new Map<string, WrongTries>();
  let unreadable: WrongTries | null = null;
  let loading: Promise<void> | null = null;

  async function load(): Promise<void> {
    const loaded = await store.load();
    const kept = Kept.safeParse(loaded.ok ? (loaded.value ?? {}) : undefined);
    if (kept.success)
      for (const [officerId, tries] of Object.entries(kept.data)) counts.set(officerId, tries);
    else {
      unreadable = worst();
      log('wrong tries not read', { code: loaded.ok ? 'not-counts' : loaded.failure.code });
    }
  }

  async function save(): Promise<void> {
    const saved = await store.save(Object.fromEntries(counts));
    if (!saved.ok) log('wrong tries not kept', { code: saved.failure.code });
  }

  return {
    /** To be awaited before the first question. */
    ready: (): Promise<void> => {
      loading ??= load();
      return loading;
    },
    of: (officerId: OfficerId): WrongTries | null => counts.get(officerId) ?? unreadable,
    /** Counts at once; resolves when it is durable. */
    count: (officerId: OfficerId, tries: WrongTries): Promise<void> => {
      counts.set(officerId, tries);
      return save();
    },
    forgive: async (officerId: OfficerId): Promise<void> => {
      // While nobody knows the others' counts, that this one's are forgiven must be known.
      if (unreadable === null) counts.delete(officerId);
      else counts.set(officerId, { count: 0, lastMs: 0 });
      await save();
    },
  };
}

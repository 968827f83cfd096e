import { z } from 'zod';
import type { Failure } from '../../shared/base/result.ts';
import type { NumberLease } from '../../shared/domain/number-lease/number-lease.ts';
import type { LineStore } from './ports.ts';
import { RefusedLease } from './refused-lease.ts';

const NAME = 'refused-leases';
/** Support looks at it within a month, or not at all; and the record does not grow for ever. */
const KEPT_MS = 30 * 24 * 3_600_000;
const MOST_KEPT = 50;

const Kept = z.array(RefusedLease);

/** Blocks that the city lent and this desk must not use, as it remembers them; also after a restart. */
export async function loadRefusedLeases(store: LineStore, now: Date): Promise<readonly RefusedLease[]> {
  const kept = Kept.safeParse(await store.load(NAME));
  if (!kept.success) return [];
  return kept.data.filter(({ at }) => now.getTime() - Date.parse(at) < KEPT_MS);
}

/** Remembers more of them; the same block is remembered once. */
export async function keepRefusedLeases(
  store: LineStore,
  now: Date,
  refused: readonly { readonly lease: NumberLease; readonly failure: Failure }[],
): Promise<readonly RefusedLease[]> {
  const before = await loadRefusedLeases(store, now);
  const known = new Set(before.map(({ lease }) => lease.leaseId));
  const more = refused
    .filter(({ lease }) => !known.has(lease.leaseId))
    .map(({ lease, failure }) => ({ lease, code: failure.code, at: now.toISOString() }));
  if (more.length === 0) return before;
  const all = [...before, ...more].slice(-MOST_KEPT);
  await store.save(NAME, all);
  return all;
}

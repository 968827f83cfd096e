import { NO_HASH } from '../../shared/base/ids.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskStore } from '../ports/desk-store.ts';

/**
 * The journal's hash at `seq`, null when it does not reach so far. Throws when main cannot read its journal: that is
 * no reason to think the copy wrong.
 */
export async function findJournalHash(bridge: DeskBridge, seq: number): Promise<string | null> {
  if (seq === 0) return NO_HASH;
  const page = await bridge.call('journal:read', { afterSeq: seq - 1, limit: 1 });
  if (!page.ok) throw new Error(`journal cannot be read: ${page.failure.code}`);
  return page.value.events[0]?.hash ?? null;
}

/** Last seq up to which copy and journal tell the same history: hashes are chained, so halving finds it. */
export async function findBranchingSeq(
  bridge: DeskBridge,
  store: DeskStore,
  copySeq: number,
): Promise<number> {
  let same = 0;
  let different = copySeq;
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    const [inCopy, inJournal] = await Promise.all([store.findHash(middle), findJournalHash(bridge, middle)]);
    if (inCopy !== null && inCopy === inJournal) same = middle;
    else different = middle;
  }
  return same;
}

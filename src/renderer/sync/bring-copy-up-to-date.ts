import { NO_HASH } from '../../shared/base/ids.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import { catchUpWithCity, catchUpWithJournal } from './catch-up.ts';
import { compareHeads } from './compare-heads.ts';

async function hashInJournalAt(bridge: DeskBridge, seq: number): Promise<string | null> {
  if (seq === 0) return NO_HASH;
  const page = await bridge.call('journal:read', { afterSeq: seq - 1, limit: 1 });
  return page.ok ? (page.value.events[0]?.hash ?? null) : null;
}

/**
 * At start: compare heads; behind → replay the tail; empty, reset, damaged or ahead → rebuild all and say so.
 * Chromium resets a damaged IndexedDB silently, so "it opened" proves nothing.
 */
export async function bringCopyUpToDate(
  bridge: DeskBridge,
  store: DeskStore,
  journalHead: LogHead,
  whole: boolean,
): Promise<{ readonly state: DeskState; readonly notices: readonly StartNotice[] }> {
  const copyHead = await store.loadHead();
  const standing = compareHeads(copyHead, journalHead, await hashInJournalAt(bridge, copyHead.seq), whole);
  const rebuilt = standing === 'rebuild' || (copyHead.seq === 0 && journalHead.seq > 0);
  if (standing === 'rebuild') await store.reset();
  await catchUpWithJournal(bridge, store);
  const state = await catchUpWithCity(bridge, store);
  // The very first start has one fact, the enrolment; nothing was lost then.
  const notices: StartNotice[] =
    rebuilt && state.dossiers.size > 0
      ? [{ code: 'copy-rebuilt', severity: 'told', facts: { dossiers: state.dossiers.size } }]
      : [];
  return { state, notices };
}

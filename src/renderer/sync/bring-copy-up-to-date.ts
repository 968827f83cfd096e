import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import { catchUpWithCity, catchUpWithJournal } from './catch-up.ts';
import { compareHeads, type Standing } from './compare-heads.ts';
import { findBranchingSeq, findJournalHash } from './journal-hashes.ts';

export type BroughtUp = {
  readonly standing: Standing;
  readonly state: DeskState;
  /** The copy had nothing, or had to be made again: what only the window kept may be missing too. */
  readonly begunAnew: boolean;
  readonly notices: readonly StartNotice[];
};

/**
 * At start: compare heads; behind → replay the tail; empty, reset or damaged → rebuild all and say so. Chromium resets
 * a damaged IndexedDB silently, so "it opened" proves nothing.
 *
 * A copy that is ahead is kept as it is: the journal has lost facts that were acknowledged, and here they still are.
 * One that branches off is made again, because what the journal holds now is what main signs and the city gets; but
 * the events that only the copy has are set aside first, for the same reason.
 */
export async function bringCopyUpToDate(
  bridge: DeskBridge,
  store: DeskStore,
  journalHead: LogHead,
  whole: boolean,
): Promise<BroughtUp> {
  const copyHead = await store.loadHead();
  const hashAtCopy = copyHead.seq > journalHead.seq ? null : await findJournalHash(bridge, copyHead.seq);
  const standing = compareHeads(copyHead, journalHead, hashAtCopy, whole);

  if (standing === 'ahead') {
    const facts = { events: copyHead.seq - journalHead.seq };
    return {
      standing,
      state: await store.loadState(),
      begunAnew: false,
      notices: [{ code: 'journal-behind-copy', severity: 'alarm', facts }],
    };
  }

  const notices: StartNotice[] = [];
  if (standing === 'branched') {
    const setAside = await store.setAside(await findBranchingSeq(bridge, store, copyHead.seq));
    notices.push({ code: 'copy-branched', severity: 'alarm', facts: { events: setAside } });
  }
  if (standing === 'branched' || standing === 'rebuild') await store.reset();
  await catchUpWithJournal(bridge, store);
  const state = await catchUpWithCity(bridge, store);

  const begunAnew = standing === 'branched' || standing === 'rebuild' || copyHead.seq === 0;
  // The very first start has one fact, the enrolment; nothing was lost then.
  if (begunAnew && state.dossiers.size > 0) {
    notices.push({ code: 'copy-rebuilt', severity: 'told', facts: { dossiers: state.dossiers.size } });
  }
  return { standing, state, begunAnew, notices };
}

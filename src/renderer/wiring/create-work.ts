import type { Failure } from '../../shared/base/result.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { StartReport } from '../../shared/contracts/bridge/start-report.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import type { DeskStore } from '../ports/desk-store.ts';
import { bringCopyUpToDate } from '../sync/bring-copy-up-to-date.ts';
import { catchUpWithCity, catchUpWithJournal } from '../sync/catch-up.ts';
import { mirrorAgain } from '../sync/mirror-drafts.ts';
import { restoreDrafts } from '../sync/restore-drafts.ts';
import { followNotices } from './follow-notices.ts';
import { followOutbox } from './follow-outbox.ts';
import { publish, publishNotices } from './publish.ts';

export type Work = {
  /** Takes main's report: brings the working copy up to it, follows the notices, opens the screens. */
  readonly begin: (report: StartReport) => Promise<void>;
  readonly catchUp: () => ReturnType<typeof catchUpWithJournal>;
  /** Somebody signed in or out (null): a fact that shows when it has been replayed. */
  readonly sessionChanged: (officer: Officer | null) => Promise<void>;
  /** Why no fact may be made now; null when it may. */
  readonly whyNot: () => Failure | null;
};

/** The window's way from main's report to a desk at work. `whole`: the working copy had all its rows when it was opened. */
export function createWork(parts: {
  readonly bridge: DeskBridge;
  readonly store: DeskStore;
  readonly whole: boolean;
  readonly lock: <T>(task: () => Promise<T>) => Promise<T>;
  readonly onReady: () => void;
  readonly logDefect: (defect: unknown) => void;
}): Work {
  const { bridge, store, lock, logDefect } = parts;
  let { whole } = parts;
  /** The journal has lost its end: nothing is added to the copy, nothing is made, everything can be looked at. */
  let stopped: Failure | null = null;
  let following = false;

  const catchUp = async () => {
    if (stopped !== null) return store.loadState();
    const state = await catchUpWithJournal(bridge, store);
    publish({ desk: state });
    return state;
  };
  const catchUpCity = async (): Promise<void> => {
    if (stopped === null) publish({ desk: await catchUpWithCity(bridge, store) });
  };
  /** A notice that could not be followed is made good by the next one; the officer is told why the desk lags. */
  const follow = (work: () => Promise<unknown>) => () =>
    lock(work).catch((defect: unknown) => {
      logDefect(defect);
      publishNotices([{ code: 'copy-behind-journal', severity: 'alarm', facts: {} }]);
    });

  const loadReference = async (): Promise<void> => {
    const reference = await bridge.call('reference:load', {});
    // Before the first reference data has come there is none; the line brings it.
    if (reference.ok) publish({ reference: reference.value });
  };

  async function bringUp(report: StartReport): Promise<void> {
    const brought = await bringCopyUpToDate(bridge, store, report.head, whole);
    publishNotices(brought.notices);
    if (brought.standing === 'ahead') {
      stopped = {
        code: 'journal-behind-copy',
        remedy: 'call-support',
        facts: { events: brought.notices[0]?.facts.events ?? 0 },
      };
      // Who is signed in is main's word; the copy remembers somebody from before.
      publish({ desk: { ...brought.state, signedIn: report.signedIn } });
      return;
    }
    whole = true;
    publish({ desk: brought.state });
    if (!(await store.hasDraftsOfMain())) publishNotices(await restoreDrafts(bridge, store, brought.state));
    if (!brought.begunAnew) {
      const kept = await mirrorAgain(bridge, store, brought.state);
      if (!kept.ok) publishNotices([{ code: 'draft-not-kept', severity: 'look', facts: {} }]);
    }
  }

  const lookAtOutbox = followOutbox(bridge, () => performance.now());

  return {
    catchUp,
    whyNot: () => stopped,
    sessionChanged: async (officer) => {
      if (stopped === null) await lock(catchUp);
      else publish({ desk: { ...(await store.loadState()), signedIn: officer } });
    },
    begin: async (report) => {
      publishNotices(report.notices);
      if (report.status === 'ready') {
        const bringingUp = lock(() => bringUp(report)).catch((defect: unknown) => {
          logDefect(defect);
          return 'failed' as const;
        });
        // From now on: a notice that came while the first questions are asked would be missed, and with it the catalogue.
        if (!following) {
          following = true;
          followNotices(bridge, {
            journalGrew: follow(catchUp),
            cityStreamGrew: follow(catchUpCity),
            referenceChanged: loadReference,
            lineChanged: lookAtOutbox,
          });
          // The system knows of a cable or a Wi-Fi sooner than any pause ends.
          window.addEventListener('online', () => void bridge.call('line:try-now', {}));
        }
        const failed = await bringingUp;
        if (failed === 'failed') {
          publishNotices([{ code: 'copy-behind-journal', severity: 'alarm', facts: {} }]);
          return;
        }
        await loadReference();
        const line = await bridge.call('line:status', {});
        if (line.ok) publish({ line: line.value });
        lookAtOutbox();
        parts.onReady();
      }
      publish({ start: report });
    },
  };
}

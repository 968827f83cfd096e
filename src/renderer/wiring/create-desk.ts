import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { v7 as newUuidV7 } from 'uuid';
import { Instant } from '../../shared/base/dates.ts';
import { hanoiDate } from '../../shared/base/hanoi-time.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import { createEvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import { createBackupActions } from '../actions/backup.ts';
import { createCarryActions } from '../actions/carry.ts';
import { createCloseDay } from '../actions/close-day.ts';
import { createCommit } from '../actions/commit.ts';
import { createConflictActions } from '../actions/conflict-actions.ts';
import type { DecisionSurroundings } from '../actions/decision-surroundings.ts';
import type { DeskActions } from '../actions/desk-actions.ts';
import { createDigitisedPaperActions } from '../actions/digitised-paper.ts';
import { createDossierActions } from '../actions/dossier-actions.ts';
import { createDraftActions } from '../actions/draft-actions.ts';
import { createHotFolderActions } from '../actions/hot-folder.ts';
import { importFile } from '../actions/import-file.ts';
import { createLineLimitsActions } from '../actions/line-limits.ts';
import { createNumberActions } from '../actions/number-actions.ts';
import { findPageQuality } from '../actions/page-quality.ts';
import { createPaperOutActions } from '../actions/paper-out.ts';
import { createReadingActions } from '../actions/reading-actions.ts';
import { createScanActions } from '../actions/scan-pages.ts';
import { createSessionActions } from '../actions/session-actions.ts';
import { createSignOffActions } from '../actions/sign-off.ts';
import { ocrAssets } from '../ocr/ocr-assets.ts';
import { createPageReader } from '../ocr/page-reader.ts';
import { createReadingQueue } from '../ocr/reading-queue.ts';
import { useDeskView } from '../state/desk-view.ts';
import type { StoredViews } from '../state/use-stored.ts';
import { createDeskStore } from '../storage/create-desk-store.ts';
import { createReadingJobs } from '../storage/reading-jobs.ts';
import { mirrorDrafts } from '../sync/mirror-drafts.ts';
import { createWork } from './create-work.ts';
import { keepBeforeClosing } from './keep-before-closing.ts';
import { openWholeDatabase } from './open-whole-database.ts';
import { publish, publishNotices } from './publish.ts';
import { createStoredViews } from './stored-views.ts';
import { warmBefore } from './warm-before.ts';

export type Desk = {
  readonly actions: DeskActions;
  readonly stored: StoredViews;
  /** Asks main how it stands and brings the working copy up to it. */
  readonly start: () => Promise<void>;
};

const logDefect = (defect: unknown): void => console.error(defect);

const nowInstant = (): Instant => Instant.parse(new Date().toISOString());

/** Puts every adapter behind its port: the one place where storage, reading, sync and actions meet. */
export async function createDesk(bridge: DeskBridge): Promise<Desk> {
  keepBeforeClosing(bridge);
  const { database, whole, newer, notices } = await openWholeDatabase();
  publishNotices(notices);
  const evolveAll = createEvolveAll({ sha256Hex: (text) => bytesToHex(sha256(utf8ToBytes(text))) });
  const tellOfDraft = (code: string) => () => publishNotices([{ code, severity: 'look', facts: {} }]);
  const store = mirrorDrafts(
    createDeskStore(database, evolveAll),
    bridge,
    tellOfDraft('draft-not-kept'),
    tellOfDraft('draft-not-saved'),
  );
  const lock = oneAtATime();
  const work = createWork({ bridge, store, whole, lock, onReady: () => queue.wake(), logDefect });
  const commit = createCommit({
    bridge,
    store,
    lock,
    catchUp: work.catchUp,
    show: (desk) => publish({ desk }),
    whyNot: work.whyNot,
    logDefect,
  });

  const surroundings: DecisionSurroundings = {
    newId: newUuidV7,
    context: () => {
      const { reference } = useDeskView.getState();
      return reference === null ? null : { now: nowInstant(), calendar: reference.calendar, reference };
    },
  };

  const jobs = createReadingJobs(database, () => Date.now());
  const reader = createPageReader({
    assets: ocrAssets(document.baseURI),
    cores: navigator.hardwareConcurrency,
    today: () => hanoiDate(nowInstant()),
  });
  const queue = createReadingQueue({
    reader,
    jobs,
    // The stored reading shows by itself: the screens ask live.
    onRead: () => undefined,
  });

  const reading = createReadingActions({ jobs, queue });
  const scanning = createScanActions(bridge);
  const actions: DeskActions = {
    ...createSessionActions(bridge, work),
    ...createDraftActions(store, surroundings),
    ...createDossierActions(commit, store, surroundings),
    ...createSignOffActions(commit, surroundings),
    ...createConflictActions(commit, surroundings),
    ...createNumberActions(commit, surroundings),
    ...createCloseDay(commit, surroundings),
    findRoom: () => bridge.call('desk:room', {}),
    ...createPaperOutActions(bridge),
    ...scanning,
    scan: warmBefore(reader, scanning.scan),
    ...reading,
    ...createDigitisedPaperActions({ bridge, findReading: jobs.find, readPage: reading.readPage }),
    importFile: warmBefore(reader, importFile),
    hotFolder: createHotFolderActions(bridge),
    backup: createBackupActions(bridge, work),
    carry: createCarryActions(bridge),
    findPageQuality,
    tryLineNow: () => bridge.call('line:try-now', {}),
    lineLimits: createLineLimitsActions(bridge),
  };

  return {
    actions,
    stored: createStoredViews(database),
    start: async () => {
      // The alarm stands there already; main is not even asked to open.
      if (newer) return;
      const report = await bridge.call('desk:start', {});
      if (report.ok) return work.begin(report.value);
      const { code, facts } = report.failure;
      publishNotices([{ code, severity: 'alarm', facts: { ...facts } }]);
    },
  };
}

import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { BackupStatus } from '../../shared/contracts/bridge/backup.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { freeBytesOf } from '../disk/free-bytes.ts';
import { readDescription, writeStanding } from './backup-folder.ts';
import { checkSameChain, copyEvents } from './copy-events.ts';
import { createValueCopy } from './copy-values.ts';
import { createWordCopy } from './copy-words.ts';
import { createPageFollowing } from './follow-pages.ts';
import type { DeskParts, Standing } from './ports.ts';
import { findWantedPages, pagesOfEvent } from './wanted-pages.ts';

const LOOK_AGAIN_MS = 15_000;
const CHECK_EVERY_MS = 60_000;
const PAGES_A_CHECK = 5;
/** A share that hangs is left behind when the desk closes. */
const CLOSE_WITHIN_MS = 3000;

export type BackupPorts = {
  readonly source: Omit<DeskParts, 'journal'> & {
    readonly journal: DeskParts['journal'] & { readonly subscribe: (hear: () => void) => () => void };
  };
  /** Opens what lies in the folder (made where nothing is) with this desk's keys; no call of it may block the process. */
  readonly openCopy: (dir: string) => Promise<Result<DeskParts, Failure>>;
  /** Puts a journal aside that is damaged there, so that a new one can be begun; nothing is deleted. */
  readonly setJournalAside: (dir: string) => Promise<void>;
  readonly standing: () => Omit<Standing, 'seq' | 'at'>;
  readonly isCopiedValue: (name: string) => boolean;
  /** Pages of what officers are still composing. */
  readonly draftPages: () => Promise<readonly Sha256[]>;
  /** May a draft that is gone here go there too? One that vanished without a reason stays. */
  readonly isDraftOver: (draftId: string) => boolean;
  readonly now: () => Standing['at'];
  readonly onStatus: (status: BackupStatus) => void;
  readonly log: (what: string, facts?: Readonly<Record<string, string | number>>) => void;
};

/** Where the copy goes, and who may write there. */
export type BackupPlace = {
  readonly folder: string;
  readonly dir: string;
  readonly owner: string;
  readonly fingerprint: string;
};

export type Backup = {
  readonly status: () => BackupStatus;
  /** Something changed that the journal does not tell (a draft): looks soon. */
  readonly wake: () => void;
  /** Pages of the copy, while it is open: what is damaged here may be whole there. */
  readonly pages: () => DeskParts['pages'] | null;
  /** Resolves soon, also when the share hangs. */
  readonly close: () => Promise<void>;
};

const NOWHERE: BackupStatus = {
  folder: null,
  state: 'none',
  reason: null,
  copiedSeq: 0,
  headSeq: 0,
  copiedAt: null,
  pagesWaiting: 0,
  pagesLost: 0,
  pagesMended: 0,
  freeBytes: null,
};

/** The status of a desk that has no backup. */
export const noBackup = (headSeq: number): BackupStatus => ({ ...NOWHERE, headSeq });

/** Failures after which this desk must not touch what lies there. */
const REFUSALS = new Set([
  'backup-ahead',
  'backup-branched',
  'backup-taken-over',
  'backup-of-another-key',
  'journal-damaged',
]);

/**
 * Follows the desk into a second place: facts first, then values, the city's words, drafts, pages. It reads what is
 * durable and never stands in the way of a commit; one file is touched at a time, so a share that hangs holds up one
 * thread. What lies there is only ever added to, and only by what follows from it.
 */
export function startBackup(ports: BackupPorts, place: BackupPlace): Backup {
  const { source } = ports;
  const copyValues = createValueCopy(source.values, { isCopied: ports.isCopiedValue, isOver: () => false });
  const copyDrafts = createValueCopy(source.drafts, { isCopied: () => true, isOver: ports.isDraftOver });
  const copyWords = createWordCopy(source.cityLog);
  const pages = createPageFollowing(source.pages);

  let copy: DeskParts | null = null;
  let status: BackupStatus = {
    ...noBackup(source.journal.head().seq),
    folder: place.folder,
    state: 'copying',
  };
  let closing = false;
  let stirred = true;
  let wake: () => void = () => undefined;
  let wantedKnown = false;
  let toldSeq = -1;
  let lastCheckMs = Number.NEGATIVE_INFINITY;

  function say(change: Partial<BackupStatus>): void {
    const next = {
      ...status,
      ...change,
      headSeq: source.journal.head().seq,
      pagesWaiting: pages.waiting(),
      pagesLost: pages.lost().size,
      pagesMended: pages.mended(),
    };
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    ports.onStatus(status);
  }

  async function closeCopy(): Promise<void> {
    const open = copy;
    copy = null;
    await open?.journal.close();
    await open?.cityLog.close();
  }

  /** The copy, opened and found to be this desk's own and of the same chain. */
  async function openedCopy(): Promise<Result<DeskParts, Failure>> {
    const description = await readDescription(place.dir);
    // An empty mount point looks like a folder: only what was begun there is gone on with.
    if (description === null) return fail('backup-away', 'officer-decides');
    if (description.fingerprint !== place.fingerprint) return fail('backup-of-another-key', 'call-support');
    if (description.owner !== place.owner) return fail('backup-taken-over', 'call-support');
    if (source.journal.damaged) return fail('journal-damaged', 'call-support');
    if (copy !== null) return ok(copy);
    let opened = await ports.openCopy(place.dir);
    if (!opened.ok) return opened;
    const same = await checkSameChain(source.journal, opened.value.journal);
    if (same.ok && opened.value.journal.damaged) {
      ports.log('backup-journal-set-aside', { seq: opened.value.journal.head().seq });
      await opened.value.journal.close();
      await opened.value.cityLog.close();
      await ports.setJournalAside(place.dir);
      opened = await ports.openCopy(place.dir);
      if (!opened.ok) return opened;
    }
    copy = opened.value;
    return same.ok ? opened : same;
  }

  async function copyFacts(to: DeskParts): Promise<Result<null, Failure>> {
    const keys = await copyValues(to.values);
    if (!keys.ok) return keys;
    const copied = await copyEvents(source.journal, to.journal, (events) => {
      pages.want(events.flatMap(pagesOfEvent));
      say({ state: 'copying', copiedSeq: to.journal.head().seq });
    });
    if (!copied.ok) return copied;
    const words = await copyWords(to.cityLog);
    if (!words.ok) return words;
    return copyDrafts(to.drafts);
  }

  async function tellStanding(to: DeskParts): Promise<void> {
    const { seq } = to.journal.head();
    const at = ports.now();
    if (
      seq !== toldSeq ||
      status.copiedAt === null ||
      Date.parse(at) - Date.parse(status.copiedAt) > CHECK_EVERY_MS
    ) {
      await writeStanding(place.dir, { ...ports.standing(), seq, at });
      toldSeq = seq;
      say({ copiedSeq: seq, copiedAt: at, freeBytes: await freeBytesOf(place.dir) });
    }
  }

  async function round(): Promise<Result<null, Failure>> {
    const opened = await openedCopy();
    if (!opened.ok) return opened;
    const to = opened.value;
    const facts = await copyFacts(to);
    if (!facts.ok) return facts;
    await tellStanding(to);
    if (!wantedKnown) {
      pages.want(await findWantedPages(source.journal));
      wantedKnown = true;
    }
    pages.want(await ports.draftPages());
    say({ state: stateNow(), reason: null });
    // New facts go before old pages.
    const paged = await pages.copyRound(to.pages, () => closing || stirred);
    if (!paged.ok) return paged;
    if (performance.now() - lastCheckMs > CHECK_EVERY_MS && !stirred) {
      lastCheckMs = performance.now();
      const checked = await pages.checkSome(to.pages, PAGES_A_CHECK);
      if (!checked.ok) return checked;
    }
    say({ state: stateNow(), reason: null });
    return ok(null);
  }

  /** Pages that are nowhere do not keep it from being level; they are told by themselves. */
  const stateNow = (): BackupStatus['state'] =>
    pages.waiting() > pages.lost().size || stirred ? 'copying' : 'level';

  function stateOf({ code }: Failure): BackupStatus['state'] {
    if (REFUSALS.has(code)) return 'refused';
    if (code === 'backup-away') return 'away';
    return code === 'disk-full' ? 'full' : 'failing';
  }

  async function run(): Promise<void> {
    for (;;) {
      stirred = false;
      const done = await round().catch((thrown: unknown): Result<null, Failure> => diskFailure(thrown));
      if (!done.ok) {
        // A folder that went away in the middle fails with whatever the system had at hand.
        const away = !REFUSALS.has(done.failure.code) && (await readDescription(place.dir)) === null;
        const failure = away ? fail('backup-away', 'officer-decides').failure : done.failure;
        if (status.reason !== failure.code) ports.log('backup-round-failed', { code: failure.code });
        say({ state: stateOf(failure), reason: failure.code });
        await closeCopy().catch(diskFailure);
        toldSeq = -1;
      }
      // The last commit before the desk closes goes along.
      if (closing && (!stirred || !done.ok)) break;
      if (stirred && done.ok) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_AGAIN_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (closing || stirred) wake();
      });
    }
    await closeCopy().catch(diskFailure);
  }

  const stir = (): void => {
    stirred = true;
    wake();
  };
  const stopHearing = source.journal.subscribe(stir);
  const running = run().catch((defect: unknown) => {
    ports.log('backup-defect', { what: defect instanceof Error ? defect.name : 'unknown' });
    say({ state: 'failing', reason: 'unexpected' });
  });

  return {
    status: () => status,
    wake: stir,
    pages: () => copy?.pages ?? null,
    close: async () => {
      closing = true;
      stopHearing();
      stir();
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, CLOSE_WITHIN_MS);
      });
      await Promise.race([running, patience]);
      clearTimeout(timer);
    },
  };
}

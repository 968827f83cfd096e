import { v7 as newUuidV7 } from 'uuid';
import { Instant } from '../../shared/base/dates.ts';
import { fail } from '../../shared/base/result.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { createEvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import type { Line } from '../city/line.ts';
import { type KeptReference, loadReference } from '../city/reference-copy.ts';
import { loadRefusedLeases } from '../city/refused-leases.ts';
import type { ResolveProxy } from '../city/route.ts';
import type { DeskLog } from '../diagnostics/log-to-file.ts';
import { createPinVerifier } from '../officers/verify-pin.ts';
import { createCityHearing } from './city-hearing.ts';
import { type DeskBackup, openDeskBackup } from './desk-backup.ts';
import { createDeskLine } from './desk-line.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { createFactKeeper, type FactKeeper } from './fact-keeper.ts';
import { createCodeGiving } from './give-codes.ts';
import { lineStoreOf } from './line-parts.ts';
import { createMendedPages } from './mended-pages.ts';
import { createOfficerSession, type OfficerSession } from './officer-session.ts';
import type { OpenedParts, Parts } from './open-parts.ts';
import { refusedLeaseNotices } from './refused-lease-notices.ts';
import { mustAskCityFirst } from './restored-mark.ts';
import { askCityFirst } from './settle-desk.ts';
import { sha256Hex } from './sha256-hex.ts';
import { onTwinHeard } from './twin-desk.ts';

const EVENTS_A_PAGE = 1000;
const nowInstant = (): Instant => Instant.parse(new Date().toISOString());

/** A desk at work: its facts, its officer, its line. */
export type OpenDesk = {
  readonly parts: Parts;
  readonly facts: FactKeeper;
  readonly session: OfficerSession;
  readonly drafts: DraftKeeper;
  readonly backup: DeskBackup;
  /** As last heard from the city; null before the first time. */
  readonly reference: () => KeptReference | null;
  /** What is wrong with this desk now, for every start of the window. */
  readonly findings: () => readonly StartNotice[];
  readonly line: () => Line | null;
  /** Starts talking to the city; again after an enrolment. */
  readonly startLine: (cityUrl: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `read`: the state as the journal's opening found it; what was added since is read. */
async function foldSince(read: DeskState, parts: Parts, evolveAll: ReturnType<typeof createEvolveAll>) {
  let state = read;
  while (state.head.seq < parts.journal.head().seq) {
    const page = await parts.journal.read({ afterSeq: state.head.seq, limit: EVENTS_A_PAGE });
    // Damage behind this point has been reported by the journal itself; what is before it still works.
    if (!page.ok || page.value.events.length === 0) return state;
    state = evolveAll(state, page.value.events);
  }
  return state;
}

/** Brings the opened parts to life. `tell` passes notices to the window. */
export async function openDesk(
  { atStart, ...opened }: OpenedParts,
  log: DeskLog,
  tell: (notice: Notice) => void,
  resolveProxy?: ResolveProxy,
): Promise<OpenDesk> {
  let pagesOfCopy: DeskBackup['pages'] = () => null;
  const parts: Parts = { ...opened, pages: createMendedPages(opened.pages, () => pagesOfCopy()) };
  const evolveAll = createEvolveAll({ sha256Hex });
  const folded = await foldSince(atStart.state, parts, evolveAll);
  let mustAsk = await mustAskCityFirst(parts.sealedFiles);
  const elsewhere = await parts.sealedFiles.load('continued-elsewhere');
  const continuedElsewhere = fail('desk-continued-elsewhere', 'call-support').failure;
  const stoodDown = !elsewhere.ok || elsewhere.value !== null;
  const { journal } = parts;
  const keeperFrom = (folded: DeskState): FactKeeper =>
    createFactKeeper({
      journal,
      evolveAll,
      folded,
      sha256Hex,
      now: nowInstant,
      ground: () =>
        reference === null
          ? null
          : { calendar: reference.reference.calendar, reference: reference.reference },
      held: mustAsk ? askCityFirst() : null,
      stoodDown: stoodDown ? continuedElsewhere : null,
    });
  const store = lineStoreOf(parts.sealedFiles, log.defect);
  let reference = await loadReference(store);

  const verifyPin = createPinVerifier(
    (officerId) => reference?.reference.officers.find(({ officer }) => officer.officerId === officerId),
    () => Date.now(),
    {
      load: () => parts.sealedFiles.load('wrong-pins'),
      save: (tries) => parts.sealedFiles.save('wrong-pins', tries),
    },
    log.tell,
  );
  const sessionOver = (keeper: FactKeeper) => createOfficerSession(keeper, verifyPin, newUuidV7);
  // Whoever sat here before the desk was closed or the power went has to say again who they are.
  const before = keeperFrom(folded);
  const signedOut = await sessionOver(before).signOut();
  if (!signedOut.ok) log.defect('sign out at start', signedOut.failure.code);
  // Also when a full disk does not take the fact: nobody acts in the name of somebody who gave no PIN.
  const facts = signedOut.ok ? before : keeperFrom({ ...before.state(), signedIn: null });
  const session = sessionOver(facts);

  const giveCodes = createCodeGiving({ facts, newId: newUuidV7, log: log.tell });
  await giveCodes();
  const hearing = createCityHearing(parts, facts, atStart.heardUpTo);
  const hearCity = (): void => {
    void hearing.hear().catch((defect: unknown) => log.defect('hear the city', defect));
  };
  hearCity();

  const city = createDeskLine({
    parts,
    facts,
    store,
    atStart,
    refusedLeases: await loadRefusedLeases(store, new Date()),
    asksFirst: () => mustAsk,
    onAnswered: () => {
      mustAsk = false;
    },
    onReference: (newer) => {
      reference = newer;
    },
    tell,
    log,
    ...(resolveProxy === undefined ? {} : { resolveProxy }),
  });

  const stopHearing = [
    parts.journal.subscribe(({ head }) => {
      tell({ type: 'journal-grew', seq: head.seq });
      // Its turn comes behind the append that is just ending.
      void giveCodes().catch((defect: unknown) => log.defect('give codes', defect));
    }),
    parts.cityLog.subscribe((position) => {
      hearCity();
      tell({ type: 'city-stream-grew', position });
    }),
  ];

  const drafts = createDraftKeeper(parts.draftFiles, log.defect);
  /** Somebody goes on in this desk's name: from here on this PC only shows. */
  async function standDown(): Promise<void> {
    facts.standDown(continuedElsewhere);
    const saved = await parts.sealedFiles.save('continued-elsewhere', { at: nowInstant() });
    if (!saved.ok) log.defect('stand down', saved.failure.code);
    tell({ type: 'found', notice: { code: 'desk-continued-elsewhere', severity: 'alarm', facts: {} } });
  }
  stopHearing.push(onTwinHeard(parts.cityLog, () => void standDown()));
  const backup = await openDeskBackup({
    parts,
    state: facts.state,
    draftPages: async () => {
      const kept = await drafts.list();
      const papers = kept.ok
        ? kept.value.drafts.flatMap((draft) => [...draft.papers, { pages: draft.loosePages }])
        : [];
      return papers.flatMap(({ pages }) => pages.map(({ sha256 }) => sha256));
    },
    unsentDossiers: () => city.line()?.status().unsentDossiers ?? 0,
    onStatus: (status) => {
      tell({ type: 'backup-changed', status });
      if (status.reason === 'backup-taken-over') void standDown();
    },
    log: log.tell,
  });
  pagesOfCopy = backup.pages;

  return {
    parts,
    facts,
    session,
    backup,
    drafts: {
      ...drafts,
      keep: async (draft) => {
        const kept = await drafts.keep(draft);
        backup.wake();
        return kept;
      },
      drop: async (draftId) => {
        const dropped = await drafts.drop(draftId);
        if (dropped.ok) backup.draftDropped(draftId);
        return dropped;
      },
    },
    reference: () => reference,
    findings: () => [
      ...refusedLeaseNotices(city.refusedLeases()),
      ...(mustAsk ? [{ code: 'desk-must-ask-city', severity: 'look' as const, facts: {} }] : []),
      ...(stoodDown ? [{ code: 'desk-continued-elsewhere', severity: 'alarm' as const, facts: {} }] : []),
    ],
    line: city.line,
    startLine: city.start,
    close: async () => {
      for (const stop of stopHearing) stop();
      await city.close();
      await backup.close();
      await parts.journal.close();
      await parts.cityLog.close();
    },
  };
}

import { networkInterfaces } from 'node:os';
import { v7 as newUuidV7 } from 'uuid';
import { Instant } from '../../shared/base/dates.ts';
import { type Failure, fail } from '../../shared/base/result.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { codesAwaited } from '../../shared/domain/desk-log/assign-codes.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { createEvolveAll } from '../../shared/domain/desk-log/evolve.ts';
import { createLine, type Line } from '../city/line.ts';
import type { Enrolment } from '../city/ports.ts';
import { type KeptReference, loadReference } from '../city/reference-copy.ts';
import { loadRefusedLeases } from '../city/refused-leases.ts';
import { isLoopback, type ResolveProxy } from '../city/route.ts';
import type { DeskLog } from '../diagnostics/log-to-file.ts';
import { createPinVerifier } from '../officers/verify-pin.ts';
import { verifyBytes } from '../signing/ed25519.ts';
import { createCityHearing } from './city-hearing.ts';
import { type DeskBackup, openDeskBackup } from './desk-backup.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { createFactKeeper, type FactKeeper } from './fact-keeper.ts';
import { createCodeGiving } from './give-codes.ts';
import { lineStoreOf } from './line-parts.ts';
import { createMendedPages } from './mended-pages.ts';
import { createOfficerSession, type OfficerSession } from './officer-session.ts';
import type { OpenedParts, Parts } from './open-parts.ts';
import type { AtStart } from './read-at-start.ts';
import { refusedLeaseNotices } from './refused-lease-notices.ts';
import { loadRestored } from './restored-mark.ts';
import { askCityFirst, repairFromCity, settleDesk } from './settle-desk.ts';
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

/** True as long as any interface but loopback has an address; a practice city lies on loopback and is always tried. */
function hasNetwork(cityUrl: string): boolean {
  if (isLoopback(new URL(cityUrl).hostname)) return true;
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}

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
  /** The first line goes on with it; one that follows (the city has another address) reads for itself. */
  let read: Pick<AtStart, 'outstanding' | 'heardUpTo'> | null = atStart;
  let restored = await loadRestored(parts.sealedFiles);
  const elsewhere = await parts.sealedFiles.load('continued-elsewhere');
  const continuedElsewhere = fail('desk-continued-elsewhere', 'call-support').failure;
  const whyHeld = (): Failure | null => {
    if (!elsewhere.ok || elsewhere.value !== null) return continuedElsewhere;
    return restored === null ? null : askCityFirst();
  };
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
      held: whyHeld(),
    });
  const store = lineStoreOf(parts.sealedFiles, log.defect);
  let reference = await loadReference(store);
  let line: Line | null = null;

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
  let refusedLeases = await loadRefusedLeases(store, new Date());

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
  const settling = new AbortController();
  let settled: Promise<void> = Promise.resolve();
  /** Somebody goes on in this desk's name: from here on this PC only shows. */
  async function standDown(): Promise<void> {
    facts.hold(continuedElsewhere);
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
    unsentDossiers: () => line?.status().unsentDossiers ?? 0,
    onStatus: (status) => {
      tell({ type: 'backup-changed', status });
      if (status.reason === 'backup-taken-over') void standDown();
    },
    log: log.tell,
  });
  pagesOfCopy = backup.pages;

  const startLine = async (cityUrl: string | null): Promise<void> => {
    const first = await parts.journal.read({ afterSeq: 0, limit: 1 });
    const enrolled = first.ok ? first.value.events[0]?.fact : undefined;
    if (enrolled?.type !== 'desk-enrolled') return;
    const address = cityUrl ?? enrolled.cityUrl;
    if (address === undefined) return;
    const enrolment: Enrolment = {
      cityUrl: address,
      desk: enrolled.desk,
      cityPublicKey: enrolled.cityPublicKey,
    };
    await line?.stop();
    const asking = {
      enrolment,
      sign: parts.signer.sign,
      verify: verifyBytes,
      now: () => new Date(),
      newId: newUuidV7,
      log: log.tell,
      hasNetwork: () => hasNetwork(address),
      ...(resolveProxy === undefined ? {} : { resolveProxy }),
    };
    const { signal } = settling;
    const found = (notice: StartNotice): void => tell({ type: 'found', notice });
    const beginLine = (): void => {
      if (!signal.aborted) openLine(enrolment, address);
    };
    if (journal.damaged) {
      const key = parts.masterKey.derive('journal');
      const verify = parts.signer.verifyOwn;
      const mending = {
        values: parts.sealedFiles,
        profile: parts.profile,
        key,
        verify,
        damaged: journal,
        ports: asking,
        signal,
      };
      settled = repairFromCity({ ...mending, tell: found });
      // What still reads goes to the city all the same.
      return beginLine();
    }
    if (restored === null) return beginLine();
    // The door is not kept waiting for the line; until the city has answered nothing is made.
    const { sealedFiles: values } = parts;
    settled = settleDesk({ facts, values, ports: asking, signal, newId: newUuidV7, tell: found }).then(
      (done) => {
        if (!done) return;
        restored = null;
        beginLine();
      },
    );
  };

  function openLine(enrolment: Enrolment, address: string): void {
    const found = read;
    read = null;
    line = createLine({
      ...(found === null ? {} : { read: found }),
      enrolment,
      journal: parts.journal,
      cityLog: parts.cityLog,
      store,
      leases: () => facts.state().leases,
      codesAwaited: () => codesAwaited(facts.state()),
      appendFacts: (command, made) => facts.appendForDesk(command, made, null),
      readPage: async (sha256) => {
        const page = await parts.pages.readAll(sha256);
        return page.ok ? page.value.bytes : null;
      },
      sign: parts.signer.sign,
      verify: verifyBytes,
      now: () => new Date(),
      random: Math.random,
      newId: newUuidV7,
      log: log.tell,
      hasNetwork: () => hasNetwork(address),
      ...(resolveProxy === undefined ? {} : { resolveProxy }),
      onRefusedLeases: (refused) => {
        refusedLeases = refused;
        for (const notice of refusedLeaseNotices(refused)) tell({ type: 'found', notice });
      },
      onReference: (newer) => {
        reference = newer;
        tell({ type: 'reference-changed', version: newer.reference.version });
      },
    });
    line.onStatus((status) => tell({ type: 'line-changed', status }));
    line.start();
  }

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
      ...refusedLeaseNotices(refusedLeases),
      ...(restored === null ? [] : [{ code: 'desk-must-ask-city', severity: 'look' as const, facts: {} }]),
      ...(whyHeld()?.code === 'desk-continued-elsewhere'
        ? [{ code: 'desk-continued-elsewhere', severity: 'alarm' as const, facts: {} }]
        : []),
    ],
    line: () => line,
    startLine,
    close: async () => {
      for (const stop of stopHearing) stop();
      settling.abort();
      await settled;
      await line?.stop();
      await backup.close();
      await parts.journal.close();
      await parts.cityLog.close();
    },
  };
}

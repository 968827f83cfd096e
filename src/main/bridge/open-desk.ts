import { createHash } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { v7 as newUuidV7 } from 'uuid';
import { Instant } from '../../shared/base/dates.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { ReferenceData } from '../../shared/contracts/city/reference.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../shared/domain/desk-log/evolve.ts';
import { createLine, type Line } from '../city/line.ts';
import type { Enrolment } from '../city/ports.ts';
import { loadReference } from '../city/reference-copy.ts';
import type { DeskLog } from '../diagnostics/log-to-file.ts';
import { createPinVerifier } from '../officers/verify-pin.ts';
import { verifyBytes } from '../signing/ed25519.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { createFactKeeper, type FactKeeper } from './fact-keeper.ts';
import { lineStoreOf } from './line-parts.ts';
import { createOfficerSession, type OfficerSession } from './officer-session.ts';
import type { Parts } from './open-parts.ts';

const EVENTS_A_PAGE = 1000;
const nowInstant = (): Instant => Instant.parse(new Date().toISOString());
const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A desk at work: its facts, its officer, its line. */
export type OpenDesk = {
  readonly parts: Parts;
  readonly facts: FactKeeper;
  readonly session: OfficerSession;
  readonly drafts: DraftKeeper;
  readonly reference: () => ReferenceData | null;
  readonly line: () => Line | null;
  /** Starts talking to the city; again after an enrolment. */
  readonly startLine: (cityUrl: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** True as long as any interface but loopback has an address; a practice city lies on loopback and is always tried. */
function hasNetwork(cityUrl: string): boolean {
  if (['127.0.0.1', 'localhost', '[::1]'].includes(new URL(cityUrl).hostname)) return true;
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}

async function foldJournal(parts: Parts, evolveAll: ReturnType<typeof createEvolveAll>) {
  let state: DeskState = emptyDeskState;
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
  parts: Parts,
  log: DeskLog,
  tell: (notice: Notice) => void,
): Promise<OpenDesk> {
  const evolveAll = createEvolveAll({ sha256Hex });
  const folded = await foldJournal(parts, evolveAll);
  const keeperFrom = (state: DeskState): FactKeeper =>
    createFactKeeper({ journal: parts.journal, evolveAll, folded: state, sha256Hex, now: nowInstant });
  const store = lineStoreOf(parts.sealedFiles, log.defect);
  let reference = await loadReference(store);
  let line: Line | null = null;

  const verifyPin = createPinVerifier(
    (officerId) => reference?.officers.find(({ officer }) => officer.officerId === officerId),
    () => Date.now(),
  );
  const sessionOver = (keeper: FactKeeper) => createOfficerSession(keeper, verifyPin, newUuidV7);
  // Whoever sat here before the desk was closed or the power went has to say again who they are.
  const before = keeperFrom(folded);
  const signedOut = await sessionOver(before).signOut();
  if (!signedOut.ok) log.defect('sign out at start', signedOut.failure.code);
  // Also when a full disk does not take the fact: nobody acts in the name of somebody who gave no PIN.
  const facts = signedOut.ok ? before : keeperFrom({ ...before.state(), signedIn: null });
  const session = sessionOver(facts);

  const stopHearing = [
    parts.journal.subscribe(({ head }) => tell({ type: 'journal-grew', seq: head.seq })),
    parts.cityLog.subscribe((position) => tell({ type: 'city-stream-grew', position })),
  ];

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
    line = await createLine({
      enrolment,
      journal: parts.journal,
      cityLog: parts.cityLog,
      store,
      leases: () => facts.state().leases,
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
      onReference: (newer) => {
        reference = newer;
        tell({ type: 'reference-changed', version: newer.version });
      },
    });
    line.onStatus((status) => tell({ type: 'line-changed', status }));
    line.start();
  };

  return {
    parts,
    facts,
    session,
    drafts: createDraftKeeper(parts.draftFiles, log.defect),
    reference: () => reference,
    line: () => line,
    startLine,
    close: async () => {
      for (const stop of stopHearing) stop();
      await line?.stop();
      await parts.journal.close();
      await parts.cityLog.close();
    },
  };
}

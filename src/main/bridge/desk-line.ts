import { networkInterfaces } from 'node:os';
import { v7 as newUuidV7 } from 'uuid';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { codesAwaited } from '../../shared/domain/desk-log/assign-codes.ts';
import { createLine, type Line } from '../city/line.ts';
import type { Enrolment, LineStore } from '../city/ports.ts';
import type { KeptReference } from '../city/reference-copy.ts';
import type { RefusedLease } from '../city/refused-lease.ts';
import { isLoopback, type ResolveProxy } from '../city/route.ts';
import type { DeskLog } from '../diagnostics/log-to-file.ts';
import { verifyBytes } from '../signing/ed25519.ts';
import type { FactKeeper } from './fact-keeper.ts';
import type { Parts } from './open-parts.ts';
import type { AtStart } from './read-at-start.ts';
import { refusedLeaseNotices } from './refused-lease-notices.ts';
import { repairFromCity, settleDesk } from './settle-desk.ts';

export type DeskLine = {
  /** null before an enrolment, and while a desk that was put back has not heard the city yet. */
  readonly line: () => Line | null;
  /** Begins to talk to the city; again after an enrolment, or where the city has another address. */
  readonly start: (cityUrl: string | null) => Promise<void>;
  /** Blocks of numbers that the city lent and this desk must not use. */
  readonly refusedLeases: () => readonly RefusedLease[];
  readonly close: () => Promise<void>;
};

/** True as long as any interface but loopback has an address; a practice city lies on loopback and is always tried. */
function hasNetwork(cityUrl: string): boolean {
  if (isLoopback(new URL(cityUrl).hostname)) return true;
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}

/**
 * The line of an opened desk, over its parts. A desk that was put back from a copy asks the city first what it has of
 * it, and has no line until that is answered; one with a damaged journal asks for what is missing while it sends the rest.
 */
export function createDeskLine(desk: {
  readonly parts: Parts;
  readonly facts: FactKeeper;
  readonly store: LineStore;
  /** The first line goes on with it; one that follows reads for itself. */
  readonly atStart: Pick<AtStart, 'outstanding' | 'heardUpTo'>;
  readonly refusedLeases: readonly RefusedLease[];
  readonly asksFirst: () => boolean;
  readonly onAnswered: () => void;
  readonly onReference: (newer: KeptReference) => void;
  readonly tell: (notice: Notice) => void;
  readonly log: DeskLog;
  readonly resolveProxy?: ResolveProxy;
}): DeskLine {
  const { parts, facts, tell } = desk;
  const settling = new AbortController();
  let settled: Promise<void> = Promise.resolve();
  let read: typeof desk.atStart | null = desk.atStart;
  let line: Line | null = null;
  let refusedLeases = desk.refusedLeases;
  const found = (notice: StartNotice): void => tell({ type: 'found', notice });

  const portsTo = (enrolment: Enrolment) => ({
    enrolment,
    sign: parts.signer.sign,
    verify: verifyBytes,
    now: () => new Date(),
    newId: newUuidV7,
    log: desk.log.tell,
    hasNetwork: () => hasNetwork(enrolment.cityUrl),
    ...(desk.resolveProxy === undefined ? {} : { resolveProxy: desk.resolveProxy }),
  });

  function open(enrolment: Enrolment): void {
    const known = read;
    read = null;
    line = createLine({
      ...(known === null ? {} : { read: known }),
      ...portsTo(enrolment),
      journal: parts.journal,
      cityLog: parts.cityLog,
      store: desk.store,
      leases: () => facts.state().leases,
      codesAwaited: () => codesAwaited(facts.state()),
      appendFacts: (command, made) => facts.appendForDesk(command, made, null),
      readPage: async (sha256) => {
        const page = await parts.pages.readAll(sha256);
        return page.ok ? page.value.bytes : null;
      },
      random: Math.random,
      onRefusedLeases: (refused) => {
        refusedLeases = refused;
        refusedLeaseNotices(refused).forEach(found);
      },
      onReference: (newer) => {
        desk.onReference(newer);
        tell({ type: 'reference-changed', version: newer.reference.version });
      },
    });
    line.onStatus((status) => tell({ type: 'line-changed', status }));
    line.start();
  }

  /** What the desk's first fact says of its city; null before an enrolment. */
  async function enrolmentAt(cityUrl: string | null): Promise<Enrolment | null> {
    const first = await parts.journal.read({ afterSeq: 0, limit: 1 });
    const enrolled = first.ok ? first.value.events[0]?.fact : undefined;
    if (enrolled?.type !== 'desk-enrolled') return null;
    const address = cityUrl ?? enrolled.cityUrl;
    if (address === undefined) return null;
    return { cityUrl: address, desk: enrolled.desk, cityPublicKey: enrolled.cityPublicKey };
  }

  async function start(cityUrl: string | null): Promise<void> {
    const enrolment = await enrolmentAt(cityUrl);
    if (enrolment === null) return;
    await line?.stop();
    const { signal } = settling;
    const begin = (): void => {
      if (!signal.aborted) open(enrolment);
    };
    const asking = { values: parts.sealedFiles, ports: portsTo(enrolment), signal, tell: found };
    if (parts.journal.damaged) {
      settled = repairFromCity({
        ...asking,
        profile: parts.profile,
        key: parts.masterKey.derive('journal'),
        verify: parts.signer.verifyOwn,
        damaged: parts.journal,
      }).catch((defect: unknown) => desk.log.defect('repair from the city', defect));
      // What still reads goes to the city all the same.
      return begin();
    }
    if (!desk.asksFirst()) return begin();
    // The door is not kept waiting for the line; until the city has answered nothing is made.
    settled = settleDesk({ ...asking, facts, newId: newUuidV7 })
      .then((done) => {
        if (!done) return;
        desk.onAnswered();
        begin();
      })
      .catch((defect: unknown) => desk.log.defect('settle with the city', defect));
  }

  return {
    line: () => line,
    start,
    refusedLeases: () => refusedLeases,
    close: async () => {
      settling.abort();
      await settled;
      await line?.stop();
    },
  };
}

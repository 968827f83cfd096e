import { CommandId } from '../../shared/base/ids.ts';
import { type Failure, fail } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import { type OwnEventsPorts, openOwnEvents } from '../city/ask-own-events.ts';
import type { Journal } from '../journal/journal.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';
import type { FactKeeper } from './fact-keeper.ts';
import { holeNotice } from './repair-from-copies.ts';
import { repairJournal } from './repair-journal.ts';
import { removeRestoredMark } from './restored-mark.ts';

const ASK_AGAIN_MS = 5000;

/** What every commit is answered with until the city was asked. */
export const askCityFirst = (): Failure => fail('desk-must-ask-city', 'retry-later').failure;

/** Every block that still has numbers: the copy does not know which of them stand on papers already. */
export function closeAllBlocks(state: DeskState): readonly Fact[] {
  const open = [...state.leases.values()].filter(({ next, lease }) => next <= lease.to);
  if (open.length === 0) return [];
  const leases = open.map(({ lease }) => lease.leaseId);
  return [{ type: 'number-leases-closed', leases, reason: 'Quầy được dựng lại từ bản lưu' }];
}

/**
 * Asks the city for this desk's own events until it has answered, takes them in and closes the number blocks, all in one
 * turn of the fact keeper; only then may anything be made. Resolves false when it was stopped, or when the city's log and
 * this one have branched, or when another goes on in this desk's name: then the desk stays look-only.
 */
export async function settleDesk(parts: {
  readonly facts: FactKeeper;
  readonly values: SealedFiles;
  readonly ports: OwnEventsPorts;
  readonly signal: AbortSignal;
  readonly newId: () => string;
  readonly tell: (notice: StartNotice) => void;
}): Promise<boolean> {
  const { facts, signal, ports } = parts;
  const { ask, close } = openOwnEvents(ports, signal);
  const before = facts.state().head.seq;
  try {
    for (;;) {
      const answer = await ask(before);
      if (signal.aborted) return false;
      if (answer.ok) {
        const healed = await facts.heal(answer.value, closeAllBlocks, CommandId.parse(parts.newId()));
        if (healed.ok) break;
        ports.log('desk-not-settled', { code: healed.failure.code });
        if (healed.failure.code === 'events-do-not-follow') {
          parts.tell({ code: 'city-chain-differs', severity: 'alarm', facts: {} });
          return false;
        }
        if (healed.failure.code === 'desk-continued-elsewhere') return false;
      }
      await pauseUnless(signal);
      if (signal.aborted) return false;
    }
  } finally {
    close();
  }
  await removeRestoredMark(parts.values);
  const events = facts.state().head.seq - before;
  parts.tell({ code: 'desk-settled', severity: 'told', facts: { events } });
  return true;
}

/**
 * The city may have what a damaged journal lacks: asks it until it has answered, and builds a whole journal that the next
 * start puts in place. Where the city does not have it either, the hole is told as it stands then.
 */
export async function repairFromCity(parts: {
  readonly profile: string;
  readonly key: Uint8Array;
  readonly verify: (hash: Uint8Array, signature: string) => boolean;
  readonly damaged: Journal;
  readonly values: SealedFiles;
  readonly ports: OwnEventsPorts;
  readonly signal: AbortSignal;
  readonly tell: (notice: StartNotice) => void;
}): Promise<void> {
  const { signal, damaged } = parts;
  const { ask, close } = openOwnEvents(parts.ports, signal);
  try {
    for (;;) {
      const answer = await ask(damaged.head().seq);
      if (signal.aborted) return;
      if (answer.ok) {
        const { events, head } = answer.value;
        const knownSeq = Math.max(damaged.head().seq + 1, head.seq);
        const { profile, key, verify, values } = parts;
        const copies = [events];
        const outcome = await repairJournal({ profile, key, verify, values, damaged, copies, knownSeq });
        if (!outcome.ok) parts.tell({ code: outcome.failure.code, severity: 'alarm', facts: {} });
        else if (outcome.value.kind === 'hole') parts.tell(holeNotice(outcome.value));
        else parts.tell({ code: 'journal-repair-ready', severity: 'look', facts: {} });
        return;
      }
      await pauseUnless(signal);
      if (signal.aborted) return;
    }
  } finally {
    close();
  }
}

function pauseUnless(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ASK_AGAIN_MS);
    const over = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) over();
    else signal.addEventListener('abort', over, { once: true });
  });
}

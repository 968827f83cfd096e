import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DeskActions } from '../../../src/renderer/actions/desk-actions.ts';
import { useDeskView } from '../../../src/renderer/state/desk-view.ts';
import { useScreenState } from '../../../src/renderer/state/screen-state.ts';
import { useWhereIWas } from '../../../src/renderer/state/where-i-was.ts';
import { Instant } from '../../../src/shared/base/dates.ts';
import type { CommandId, EventId, Sha256 } from '../../../src/shared/base/ids.ts';
import { fail, ok, type Result } from '../../../src/shared/base/result.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../src/shared/domain/desk-log/decide.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll } from '../../../src/shared/domain/desk-log/evolve.ts';
import { draftFromDossier, newDraft } from '../../../src/shared/domain/dossier/new-draft.ts';
import { useKept } from './fake-desk.tsx';
import { reference, startReport } from './sample-desk.ts';

const evolveAll = createEvolveAll({ sha256Hex: (text) => bytesToHex(sha256(utf8ToBytes(text))) });
const now = () => Instant.parse(new Date().toISOString());
let orders = 0;

/** Puts a folded state before the screens, at the place that is looked at. */
export function showDesk(state: DeskState, line: LineStatus | null): void {
  useDeskView.setState({
    start: startReport(state.signedIn),
    desk: state,
    reference,
    line,
    notices: [],
  });
  useWhereIWas.setState({ list: { filter: 'all', query: '', here: null }, signOff: null });
  useScreenState.setState({ place: { name: 'home' } });
}

/** The real `decide` on what is shown, folded by the real `evolve`: a refusal here is a refusal there. */
function carryOut(command: Command): Result<unknown> {
  const { desk } = useDeskView.getState();
  if (desk === null) return fail('not-signed-in', 'officer-decides');
  const decision = decide(desk, command, { now: now(), calendar: reference.calendar, reference });
  if (!decision.ok) return decision;
  const events = decision.value.map((fact, index) => ({
    id: crypto.randomUUID() as EventId,
    desk: desk.desk?.deskId as never,
    seq: desk.head.seq + 1 + index,
    prev: desk.head.hash,
    at: now(),
    by: desk.signedIn?.officerId ?? null,
    command: command.commandId,
    fact,
    hash: desk.head.hash as Sha256,
    signature: '',
  }));
  useDeskView.setState({ desk: evolveAll(desk, events) });
  return ok(null);
}

const newCommand = (): CommandId => {
  orders += 1;
  return `00000000-0008-7000-8000-${String(orders).padStart(12, '0')}` as CommandId;
};

export const memoryActions: Partial<DeskActions> = {
  approveDossier: async (dossierId, contentHash) =>
    carryOut({ type: 'approve-dossier', commandId: newCommand(), dossierId, contentHash }),
  returnDossier: async (dossierId, reason) =>
    carryOut({ type: 'return-dossier', commandId: newCommand(), dossierId, reason }),
  collectFee: async (dossierId, method) =>
    carryOut({ type: 'collect-fee', commandId: newCommand(), dossierId, method }),
  tellCode: async (dossierId) => carryOut({ type: 'tell-code', commandId: newCommand(), dossierId }),
  closeDay: async (date, paperCount, note) =>
    carryOut({ type: 'close-day', commandId: newCommand(), date, paperCount, note }),
  resolveConflict: async (dossierId, { cursor, what }, resolution, note) =>
    carryOut({
      type: 'resolve-conflict',
      commandId: newCommand(),
      dossierId,
      cursor,
      what,
      resolution,
      note,
    }),
  draftCorrection: async (dossierId) => {
    const { desk } = useDeskView.getState();
    const dossier = desk?.dossiers.get(dossierId);
    if (desk?.signedIn == null || dossier === undefined) throw new Error('nothing to correct');
    const born = { draftId: crypto.randomUUID(), officerId: desk.signedIn.officerId, now: now() };
    const draft = draftFromDossier(dossier, born);
    useKept.setState(({ drafts }) => ({ drafts: new Map(drafts).set(draft.draftId, draft) }));
    return draft;
  },
  startDraft: async () => {
    const officerId = useDeskView.getState().desk?.signedIn?.officerId;
    if (officerId === undefined) throw new Error('nobody is signed in');
    const draft = newDraft({ draftId: crypto.randomUUID(), officerId, now: now() });
    useKept.setState(({ drafts }) => ({ drafts: new Map(drafts).set(draft.draftId, draft) }));
    return draft;
  },
};

import { type ReactNode, useMemo } from 'react';
import { v7 as newId } from 'uuid';
import { create } from 'zustand';
import { ActionsContext } from '../../../src/renderer/actions/actions-context.ts';
import type { DeskActions } from '../../../src/renderer/actions/desk-actions.ts';
import { useDeskView } from '../../../src/renderer/state/desk-view.ts';
import { StoredViewsContext } from '../../../src/renderer/state/use-stored.ts';
import { DeskTheme } from '../../../src/renderer/ui/theme/DeskTheme.tsx';
import type { DossierId, Sha256 } from '../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import type { PageReading } from '../../../src/shared/contracts/bridge/reading.ts';
import { checkDraft } from '../../../src/shared/domain/dossier/check-draft.ts';
import type { DossierState } from '../../../src/shared/domain/dossier/dossier-state.ts';
import { draftForProcedure } from '../../../src/shared/domain/dossier/draft-for-procedure.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import { newDraft } from '../../../src/shared/domain/dossier/new-draft.ts';
import type { Officer } from '../../../src/shared/domain/officer/officer.ts';
import { fakeBackup } from './sample-backup.ts';
import { fakeCarry } from './sample-carry.ts';
import { lineDown, now, officers, reference, sampleState, startReport } from './sample-desk.ts';
import { fakeHotFolder } from './sample-hot-folder.ts';
import { goodQuality, sampleReading, storedPage } from './sample-pages.ts';
import { sampleScanners } from './sample-scanners.ts';

type Kept = {
  readonly drafts: ReadonlyMap<string, IntakeDraft>;
  readonly readings: ReadonlyMap<string, PageReading>;
};
/** What the working copy would hold. */
export const useKept = create<Kept>(() => ({ drafts: new Map(), readings: new Map() }));

/** Verbs that were called, in order, for tests to look at. */
export const called: { verb: string; with: unknown[] }[] = [];
const soon = (ms = 40) => new Promise((done) => setTimeout(done, ms));
let nextPage = 1;

const keepDraft = (draft: IntakeDraft) =>
  useKept.setState(({ drafts }) => ({ drafts: new Map(drafts).set(draft.draftId, draft) }));
const keepReading = (reading: PageReading) =>
  useKept.setState(({ readings }) => ({ readings: new Map(readings).set(reading.sha256, reading) }));

export function signInAs(officer: Officer | null): void {
  useDeskView.setState({
    start: startReport(officer),
    desk: sampleState(officer),
    reference,
    line: lineDown(),
    notices: [],
  });
}

/** Behaves as the desk does, from memory: for looking at screens and for their tests. */
export const fakeActions: DeskActions = {
  unlock: async () => {
    await soon();
    return fail('wrong-passphrase', 'officer-decides');
  },
  enrol: async () => {
    await soon();
    return fail('enrolment-code-unknown', 'officer-decides');
  },
  signIn: async (officerId, pin) => {
    await soon();
    const officer = officers.find((each) => each.officerId === officerId);
    if (officer === undefined || pin !== '1234') return fail('pin-wrong', 'officer-decides', { left: 4 });
    signInAs(officer);
    return ok(officer);
  },
  signOut: async () => {
    signInAs(null);
    return ok(null);
  },
  startDraft: async (procedureCode) => {
    const draft = newDraft({
      draftId: newId(),
      officerId: officers[0]?.officerId ?? ('x' as never),
      now: now(),
    });
    const procedure = reference.procedures.find((each) => each.code === procedureCode);
    const started = procedure === undefined ? draft : draftForProcedure(draft, procedure, newId);
    keepDraft(started);
    return started;
  },
  saveDraft: async (draft) => {
    called.push({ verb: 'saveDraft', with: [draft] });
    keepDraft({ ...draft, updatedAt: now() });
  },
  discardDraft: async (draftId) => {
    useKept.setState(({ drafts }) => ({ drafts: new Map([...drafts].filter(([id]) => id !== draftId)) }));
  },
  findDraft: async (draftId) => useKept.getState().drafts.get(draftId),
  draftCorrection: async () => {
    throw new Error('not in the harness');
  },
  importFile: async (file) => {
    await soon(120);
    if (file.size === 0) return fail('file-empty', 'officer-decides', { file: file.name });
    nextPage += 1;
    return ok([storedPage(nextPage)]);
  },
  hotFolder: fakeHotFolder,
  carry: fakeCarry,
  backup: fakeBackup,
  listScanners: async () => ok(sampleScanners()),
  addScanner: async (address) => {
    called.push({ verb: 'addScanner', with: [address] });
    return fail('scanner-not-at-address', 'officer-decides', { address });
  },
  forgetScanner: async () => ok(sampleScanners()),
  scan: async (request, onPage) => {
    called.push({ verb: 'scan', with: [request] });
    const pages = request.source === 'flatbed' ? 1 : 3;
    const scanned = [];
    for (let count = 1; count <= pages; count += 1) {
      await soon(300);
      nextPage += 1;
      scanned.push(storedPage(nextPage));
      onPage(storedPage(nextPage), count);
    }
    return ok({ pages: scanned, fault: null, resume: null });
  },
  cancelScan: async () => undefined,
  findPageQuality: async () => ok(goodQuality),
  readPage: (sha256, { rotation }) => {
    setTimeout(
      () => keepReading({ ...sampleReading(sha256), requestedRotation: rotation } as PageReading),
      250,
    );
  },
  receiveDossier: async (draft) => {
    called.push({ verb: 'receiveDossier', with: [draft] });
    await soon(300);
    const { desk, reference: current } = useDeskView.getState();
    if (desk === null || current === null) return fail('not-signed-in', 'officer-decides');
    const procedure = current.procedures.find((each) => each.code === draft.procedureCode) ?? null;
    const check = checkDraft(draft, procedure, desk, {
      now: now(),
      calendar: current.calendar,
      reference: current,
    });
    if (check.content === null || check.nextCode === null) return fail('content-invalid', 'call-support');
    const dossierId = draft.draftId as DossierId;
    const receipt =
      check.nextReceipt === null || check.totalVnd === null
        ? null
        : ({ totalVnd: check.totalVnd } as DossierState['receipt']);
    const dossier = {
      dossierId,
      code: check.nextCode,
      status: 'submitted',
      content: check.content,
      receivedAt: now(),
      dueAt: check.dueAt,
      receipt,
      city: { kind: 'waiting' },
    } as DossierState;
    useDeskView.setState({ desk: { ...desk, dossiers: new Map(desk.dossiers).set(dossierId, dossier) } });
    await fakeActions.discardDraft(draft.draftId);
    return ok({ dossierId, code: check.nextCode, earlier: false });
  },
  collectFee: async () => ok(null),
  tellCode: async () => ok(null),
  closeDay: async () => ok(null),
  findRoom: async () => ok({ freeBytes: 80 * 1024 ** 3 }),
  approveDossier: async () => ok(null),
  returnDossier: async () => ok(null),
  resolveConflict: async () => ok(null),
  makeDocument: async (kind) => {
    await soon(200);
    return ok({ documentId: 'a'.repeat(64) as Sha256, url: '', fileName: `${kind}.pdf` });
  },
  makeSeparatorSheet: async () =>
    ok({ documentId: 'c'.repeat(64) as Sha256, url: '', fileName: 'to-phan-cach.pdf' }),
  makeDigitisedPaper: async () => {
    await soon(200);
    return ok({ documentId: 'b'.repeat(64) as Sha256, url: '', fileName: 'so-hoa-01.pdf' });
  },
  openDocument: async () => ok(null),
  saveDocument: async () => ok({ saved: true, path: '/home/can-bo/Tài liệu/giay-tiep-nhan.pdf' }),
  printDocument: async (documentId, copies) => {
    called.push({ verb: 'printDocument', with: [documentId, copies] });
    await soon(200);
    return ok({ job: '12' });
  },
  tryLineNow: async () => ok(lineDown()),
  lineLimits: {
    find: async () => ok({ bytesAnHour: null, pagesBetween: null }),
    change: async (limits) => ok(limits),
  },
};

const newestFirst = (a: IntakeDraft, b: IntakeDraft) => (a.updatedAt < b.updatedAt ? 1 : -1);

const stored = {
  useDrafts: () => {
    const drafts = useKept((kept) => kept.drafts);
    return useMemo(() => [...drafts.values()].sort(newestFirst), [drafts]);
  },
  useReading: ({ sha256 }: { readonly sha256: string }) => {
    const reading = useKept((kept) => kept.readings.get(sha256));
    return useMemo(
      () => (reading === undefined ? {} : { reading: { ...reading, requestedRotation: 0 } }),
      [reading],
    );
  },
  useWords: ({ sha256 }: { readonly sha256: string }) => useKept((kept) => kept.readings.get(sha256)?.words),
  useReadings: () => {
    const readings = useKept((kept) => kept.readings);
    return useMemo(
      () => new Map([...readings].map(([key, reading]) => [key, { ...reading, requestedRotation: 0 }])),
      [readings],
    );
  },
  useReadingsWaiting: () => 0,
};

export function FakeDesk({ children, actions }: { children: ReactNode; actions?: Partial<DeskActions> }) {
  const all = useMemo(() => ({ ...fakeActions, ...actions }), [actions]);
  return (
    <ActionsContext value={all}>
      <StoredViewsContext value={stored}>
        <DeskTheme>{children}</DeskTheme>
      </StoredViewsContext>
    </ActionsContext>
  );
}

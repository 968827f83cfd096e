import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Instant } from '../../../src/shared/base/dates.ts';
import { addDays, hanoiDate } from '../../../src/shared/base/hanoi-time.ts';
import type { CommandId, DossierId, EventId, Sha256 } from '../../../src/shared/base/ids.ts';
import { LeaseId } from '../../../src/shared/base/ids.ts';
import { AmountVnd } from '../../../src/shared/base/money.ts';
import type { Failure } from '../../../src/shared/base/result.ts';
import { Applicant } from '../../../src/shared/domain/applicant/applicant.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../src/shared/domain/desk-log/decide.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { CityConflict } from '../../../src/shared/domain/dossier/city-conflict.ts';
import { dossierProcedure } from '../../../src/shared/domain/dossier/dossier-procedure.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { Officer } from '../../../src/shared/domain/officer/officer.ts';
import type { ConfirmedField, Paper } from '../../../src/shared/domain/paper/paper.ts';
import { applyCityEvent, applyVerdict } from '../../shared/support/a-word.ts';
import { desk, officers, reference } from './sample-desk.ts';
import { sampleReading, storedPage } from './sample-pages.ts';

const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const evolveAll = createEvolveAll({ sha256Hex });

export const [ha, minh, dung] = officers as unknown as [Officer, Officer, Officer];

const uuid = (n: number, kind: number): string =>
  `00000000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const dossierIdOf = (n: number): DossierId => uuid(n, 2) as DossierId;

/** A desk whose every state is folded from decided events; time is told, `minutesAgo` from `now`. */
export function createDeskDay(now: Date) {
  let cursor = 0;
  let state: DeskState = emptyDeskState;
  let commands = 0;
  let pages = 0;
  const at = (minutesAgo: number): Instant =>
    Instant.parse(new Date(now.getTime() - minutesAgo * 60_000).toISOString());

  /** The refusal, or null when the order was carried out. */
  function order(command: Command, minutesAgo = 0): Failure | null {
    const moment = at(minutesAgo);
    const decision = decide(state, command, { now: moment, calendar: reference.calendar, reference });
    if (!decision.ok) return decision.failure;
    const events = decision.value.map((fact, index): DeskEvent => {
      const seq = state.head.seq + 1 + index;
      return {
        id: uuid(seq, 4) as EventId,
        desk: desk.deskId,
        seq,
        prev: state.head.hash,
        at: moment,
        by: state.signedIn?.officerId ?? null,
        command: command.commandId,
        fact,
        hash: sha256Hex(String(seq)) as Sha256,
        signature: 'not checked here',
      };
    });
    state = evolveAll(state, events);
    return null;
  }
  function must(command: Command, minutesAgo = 0): void {
    const refused = order(command, minutesAgo);
    if (refused !== null) throw new Error(`${command.type}: ${JSON.stringify(refused)}`);
  }
  const newCommand = (): CommandId => {
    commands += 1;
    return uuid(commands, 1) as CommandId;
  };

  const papersOf = (procedure: (typeof reference.procedures)[number], eachPages: number): Paper[] =>
    procedure.documents.map((document, requirement) => {
      const status = document.presentOnly ? 'presented' : document.required ? 'submitted' : 'not-needed';
      return {
        paperId: uuid(requirement + 1, 6),
        name: document.name,
        requirement,
        status,
        originals: document.originals,
        copies: document.copies,
        pages:
          status !== 'submitted'
            ? []
            : Array.from({ length: eachPages }, () => {
                pages += 1;
                const page = { ...storedPage(pages), pageId: uuid(pages, 5), origin: 'test:0' };
                return { ...page, rotation: 0 as const, source: 'scanner' as const };
              }),
        fields: [],
        note: '',
      };
    });

  return {
    state: () => state,
    order,
    must,
    newCommand,
    signIn(officer: Officer, minutesAgo = 0) {
      if (state.signedIn?.officerId === officer.officerId) return;
      must({ type: 'sign-in', commandId: newCommand(), officer }, minutesAgo);
    },
    open() {
      must(
        { type: 'enrol-desk', commandId: newCommand(), desk, deskPublicKey: 'd', cityPublicKey: 'c' },
        600,
      );
      const today = hanoiDate(at(0));
      const year = Number(today.slice(0, 4));
      const blocks = [
        ...Array.from({ length: 9 }, (_, day) => ({
          kind: 'dossier-code',
          unitCode: desk.branch.unitCode,
          date: addDays(today, day),
          from: 3001,
          to: 9999,
        })),
        { kind: 'receipt', ...reference.receipt, year, from: 1187, to: 9400 },
        { kind: 'intake-slip', year, from: 501, to: 8900 },
      ];
      blocks.forEach((block, index) => {
        const lease = NumberLease.parse({ ...block, leaseId: LeaseId.parse(uuid(index + 1, 3)) });
        must({ type: 'accept-lease', commandId: newCommand(), lease }, 590);
      });
    },
    /** Received and submitted by who is signed in. */
    receive(
      n: number,
      fullName: string,
      procedureCode: string,
      minutesAgo: number,
      change: (content: DossierContent) => DossierContent = (content) => content,
    ): DossierId {
      const procedure = reference.procedures.find(({ code }) => code === procedureCode);
      if (procedure === undefined) throw new Error(`no procedure ${procedureCode}`);
      const fee = procedure.fees.find(({ amountVnd }) => amountVnd !== null && amountVnd > 0);
      const content: DossierContent = {
        procedure: dossierProcedure(procedure, reference.version),
        applicant: Applicant.parse({
          fullName,
          personalId: `001190${String(n).padStart(6, '0')}`,
          birthDate: '1990-01-15',
          sex: 'female',
          address: 'Số 8 ngõ 12, phường Nghĩa Đô, Hà Nội',
          phone: '0912345678',
          email: '',
          source: n % 2 === 0 ? 'card-qr' : 'typed',
        }),
        delegation: null,
        papers: papersOf(procedure, 2),
        resultDelivery: 'at-desk',
        feeLines:
          fee === undefined
            ? []
            : [
                {
                  name: fee.name,
                  unitVnd: AmountVnd.parse(fee.amountVnd),
                  quantity: 1,
                  checkedByOfficer: true,
                },
              ],
        paymentMethod: 'cash',
        note: '',
      };
      const dossierId = dossierIdOf(n);
      must(
        { type: 'receive-dossier', commandId: newCommand(), dossierId, content: change(content) },
        minutesAgo,
      );
      return dossierId;
    },
    approve(dossierId: DossierId, minutesAgo = 0) {
      const contentHash = state.dossiers.get(dossierId)?.contentHash ?? '';
      must({ type: 'approve-dossier', commandId: newCommand(), dossierId, contentHash }, minutesAgo);
    },
    sendBack(dossierId: DossierId, reason: string, minutesAgo = 0) {
      must({ type: 'return-dossier', commandId: newCommand(), dossierId, reason }, minutesAgo);
    },
    /** The city says something else of a dossier; each time under the next cursor. */
    says(what: CityConflict, minutesAgo = 0) {
      cursor += 1;
      state = applyCityEvent(state, { cursor, at: at(minutesAgo), what });
    },
    /** The city's words, as main hands them over after checking their signatures. */
    city(
      dossierId: DossierId,
      word: 'accepted' | 'complete' | 'refused',
      minutesAgo = 0,
      reason = 'Số định danh không có trong CSDL quốc gia về dân cư',
    ) {
      const dossier = state.dossiers.get(dossierId);
      if (dossier === undefined) throw new Error(`no dossier ${dossierId}`);
      const verdict = {
        seq: dossier.lastSeq,
        at: at(minutesAgo),
        outcome: word === 'refused' ? ('refused' as const) : ('accepted' as const),
        reasonCode: word === 'refused' ? 'officer-unknown' : '',
        reason: word === 'refused' ? reason : '',
      };
      state = applyVerdict(state, verdict);
      if (word !== 'complete') return;
      state = applyCityEvent(state, {
        cursor: dossier.lastSeq,
        at: at(minutesAgo),
        what: {
          type: 'dossier-complete',
          dossierId,
          seq: dossier.lastSeq,
          pages: dossier.content.papers.flatMap((paper) => paper.pages.map(({ sha256: sha }) => sha)),
        },
      });
    },
  };
}
export type DeskDay = ReturnType<typeof createDeskDay>;

/** The first paper with fields as the reader proposes them; `typed` = what the officer wrote instead. */
export function withFields(
  content: DossierContent,
  typed: Partial<Record<ConfirmedField['name'], string>> = {},
): DossierContent {
  const [first, ...rest] = content.papers;
  const page = first?.pages[0];
  if (first === undefined || page === undefined) return content;
  const fields = sampleReading(page.sha256).fields.map(
    (proposed): ConfirmedField => ({
      name: proposed.name,
      value: typed[proposed.name] ?? proposed.value,
      proposed,
    }),
  );
  return { ...content, papers: [{ ...first, fields }, ...rest] };
}

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import { tidyDelegation } from '../../../../src/shared/domain/applicant/draft-delegation.ts';
import { checkDraft } from '../../../../src/shared/domain/dossier/check-draft.ts';
import {
  defaultFeeLines,
  draftForProcedure,
} from '../../../../src/shared/domain/dossier/draft-for-procedure.ts';
import type { DraftPaper, IntakeDraft } from '../../../../src/shared/domain/dossier/intake-draft.ts';
import { draftFromDossier, newDraft } from '../../../../src/shared/domain/dossier/new-draft.ts';
import type { Procedure } from '../../../../src/shared/domain/procedure/procedure.ts';
import {
  commandId,
  context,
  dossierId,
  dossierLease,
  ha,
  minh,
  NOW,
  openDesk,
  run,
  uuid,
  withOfficer,
} from '../../support/a-desk.ts';
import { fee, page, receive } from '../../support/a-dossier.ts';
import { birth, residence, singleStatus } from '../../support/sample-procedures.ts';

let made = 0;
const newId = () => {
  made += 1;
  return uuid(made, 7);
};
const birthOf = (n: number) => ({ draftId: dossierId(n), officerId: ha.officerId, now: NOW });
const blank = newDraft(birthOf(1));
const state = openDesk();

const typed = {
  fullName: ' Lê Thị  Thanh Hương ',
  personalId: '001 190 000 017',
  birthDate: '15/1/1990',
  sex: 'female' as const,
  address: '12 Xuân Thủy',
  phone: '0912 345 678',
  email: '',
  source: 'typed' as const,
};

const change = (draft: IntakeDraft, index: number, paper: Partial<DraftPaper>): IntakeDraft => ({
  ...draft,
  papers: draft.papers.map((old, at) => (at === index ? { ...old, ...paper } : old)),
});

/** A residence with its two papers scanned and the card shown. */
function whole(): IntakeDraft {
  let draft = draftForProcedure({ ...blank, applicant: typed }, residence, newId);
  draft = change(draft, 0, { pages: [page()] });
  draft = change(draft, 1, { pages: [page(), page()] });
  return change(draft, 2, { status: 'presented' });
}

const check = (draft: IntakeDraft, procedure: Procedure | null = residence, ground = state) =>
  checkDraft(draft, procedure, ground, context);
const codes = (draft: IntakeDraft, procedure?: Procedure | null) =>
  check(draft, procedure).problems.map((p) => p.code);

describe('a draft', () => {
  it('[DO-5] empty, names all that is missing in the order of the screen, and the next numbers', () => {
    const checked = check(blank, null);
    expect(checked.problems.map(({ place, code }) => `${place}: ${code}`)).toEqual([
      'procedure: procedure-missing',
      'applicant: applicant-name-missing',
      'applicant: applicant-id-missing',
      'applicant: applicant-address-missing',
    ]);
    expect(checked).toMatchObject({ content: null, totalVnd: 0, dueAt: null, nextReceipt: null });
    expect(checked.nextCode).toBe('H26.40.02-261120-3001');
  });

  it('[DO-5] whole, gives content that is received as it is', () => {
    const checked = check(whole());
    expect(checked.problems).toEqual([]);
    expect(checked).toMatchObject({
      totalVnd: 20_000,
      dueAt: '2026-12-02T03:42:00.000Z',
      due: { kind: 'due', estimated: false },
      nextReceipt: { form: 'EBL01', series: '26TAA', number: 501 },
    });
    if (checked.content === null) throw new Error('no content');
    expect(checked.content.applicant).toMatchObject({ fullName: 'Lê Thị Thanh Hương', phone: '0912345678' });
    const { state: after, refused } = run(state, receive(1, checked.content));
    expect(refused).toBeNull();
    const dossier = after.dossiers.get(dossierId(1));
    expect(dossier).toMatchObject({ code: checked.nextCode, dueAt: checked.dueAt });
    expect(dossier?.receipt?.leased.number).toBe(checked.nextReceipt?.number);
  });

  it('[PA-5] pages make a paper submitted, an untouched optional row is not needed, a required one stays open', () => {
    expect(check(whole()).content?.papers.map((paper) => paper.status)).toEqual([
      'submitted',
      'submitted',
      'presented',
      'not-needed',
    ]);
    const draft = change(whole(), 2, { status: null });
    expect(check(draft).problems).toEqual([
      {
        code: 'paper-not-looked-at',
        place: 'papers',
        paperId: draft.papers[2]?.paperId,
        facts: { name: '(Xuất trình) Căn cước' },
      },
    ]);
  });

  it('[DO-7] loose pages stand in the way', () => {
    expect(codes({ ...whole(), loosePages: [page(), page()] })).toEqual(['loose-pages']);
    expect(codes({ ...whole(), loosePages: [{ ...page(), hidden: 'separator' }] })).toEqual([]);
  });

  it('[DO-5] names half a delegation, an odd birth date and fees nobody checked', () => {
    const draft = { ...whole(), delegation: { ownerName: '', ownerId: '', document: '' } };
    expect(check(draft).problems.map((p) => p.field)).toEqual([
      'delegation.ownerName',
      'delegation.document',
    ]);
    expect(codes({ ...whole(), applicant: { ...typed, birthDate: '31/02/1990' } })).toEqual([
      'applicant-birth-date-bad',
    ]);
    expect(codes({ ...whole(), feeLines: [fee('Khác', 5000)] })).toEqual(['fee-not-checked']);
  });

  it('[DO-5] how the owner is reached may be left empty, and is tidied and checked when it is not', () => {
    const owner = { ownerName: 'Phạm Văn Đức', ownerId: '', document: 'Giấy ủy quyền số 12' };
    const reached = (more: object) => check({ ...whole(), delegation: { ...owner, ...more } });
    expect(reached({}).problems).toEqual([]);
    expect(reached({ ownerAddress: '', ownerPhone: '', ownerEmail: '' }).problems).toEqual([]);
    expect(reached({ ownerAddress: ' Huế ', ownerPhone: '0912 345.678' }).problems).toEqual([]);
    expect(
      reached({ ownerPhone: '12', ownerEmail: 'a@' }).problems.map(({ code, field }) => [code, field]),
    ).toEqual([
      ['applicant-phone-bad', 'delegation.ownerPhone'],
      ['applicant-email-bad', 'delegation.ownerEmail'],
    ]);
    expect(tidyDelegation({ ...owner, ownerAddress: ' Huế ', ownerPhone: '0912 345.678' })).toEqual({
      ...owner,
      ownerAddress: 'Huế',
      ownerPhone: '0912345678',
    });
  });

  it('[NL-3] says which numbers have run out', () => {
    const poor = openDesk([dossierLease(1, 1, 1, '2026-11-23')]);
    const checked = check(whole(), residence, poor);
    expect(checked.notes.map((p) => p.code)).toEqual([
      'dossier-numbers-exhausted',
      'receipt-numbers-exhausted',
      'intake-slip-numbers-exhausted',
    ]);
    // None of them is in the way.
    expect(checked.problems).toEqual([]);
    expect(checked.nextCode).toBe('TAM-CN02-Q03-261120-0001');
    expect(checked.nextReceipt).toBeNull();
    expect(check(whole(), residence, { ...state, desk: null }).problems.map((p) => p.code)).toEqual([
      'desk-not-enrolled',
    ]);
  });

  it('is judged at every key press: twice the pages are twice the work, not four times', () => {
    const looksAtPages = (count: number): number => {
      let looks = 0;
      const pages = new Proxy(Array.from({ length: count }, page), {
        get: (target, name, self) => {
          looks += 1;
          return Reflect.get(target, name, self);
        },
      });
      check(change(whole(), 0, { pages }));
      return looks;
    };
    const [some, twice] = [looksAtPages(200), looksAtPages(400)];
    expect(some).toBeGreaterThan(200);
    expect(twice).toBeLessThan(3 * some);
  });
});

describe('choosing a procedure', () => {
  it('makes a row for each required document and the fees that always apply and are vouched for', () => {
    const draft = draftForProcedure(blank, residence, newId);
    expect(draft.papers.map((paper) => [paper.requirement, paper.name, paper.status])).toEqual(
      residence.documents.map((document, row) => [row, document.name, null]),
    );
    expect(draft.feeLines).toEqual([fee('Nộp trực tiếp', 20_000)]);
    expect(defaultFeeLines(singleStatus)).toEqual([]);
    expect(defaultFeeLines(birth)).toEqual([]);
  });

  it('[DO-6] chosen again, changes nothing', () => {
    const draft = { ...whole(), feeLines: [] };
    expect(draftForProcedure(draft, residence, newId)).toEqual(draft);
  });

  it('[DO-6] another one loses no page and no paper that the officer added', () => {
    const own: DraftPaper = {
      paperId: newId(),
      name: 'Đơn',
      requirement: null,
      status: null,
      originals: 1,
      copies: 0,
      pages: [],
      fields: [],
      note: '',
    };
    const before = { ...whole(), papers: [...whole().papers, own] };
    const after = draftForProcedure(before, birth, newId);
    const pages = (draft: IntakeDraft) =>
      draft.papers.flatMap((paper) => paper.pages.map((p) => p.pageId)).sort();
    expect(pages(after)).toEqual(pages(before));
    expect(after.papers.map((paper) => [paper.name, paper.requirement])).toEqual([
      ['Tờ khai đăng ký khai sinh', 0],
      ['Giấy chứng sinh', 1],
      ['Tờ khai thay đổi thông tin cư trú', null],
      ['Giấy tờ chứng minh chỗ ở hợp pháp', null],
      ['Đơn', null],
    ]);
    // And back again: the pages find their rows.
    const back = draftForProcedure(after, residence, newId);
    expect(pages(back)).toEqual(pages(before));
    expect(back.papers[0]).toMatchObject({ requirement: 0, pages: [{}] });
  });
});

describe('a correction', () => {
  const back = () => {
    const received = run(state, receive(1)).state;
    return withOfficer(
      run(withOfficer(received, minh), {
        type: 'return-dossier',
        commandId: commandId(2),
        dossierId: dossierId(1),
        reason: 'Thiếu chữ ký',
      }).state,
      ha,
    );
  };
  const open = (ground = back()) => {
    const dossier = ground.dossiers.get(dossierId(1));
    if (dossier === undefined) throw new Error('no dossier');
    return { ground, dossier, draft: draftFromDossier(dossier, birthOf(5)) };
  };

  it('[DO-5] opened and not changed, is accepted with the same content, code and due date', () => {
    const { ground, dossier, draft } = open();
    const later = { ...context, now: '2026-11-23T02:00:00.000Z' as Instant };
    const checked = checkDraft(draft, residence, ground, later);
    expect(checked.problems).toEqual([]);
    expect(checked.content).toEqual(dossier.content);
    expect(checked).toMatchObject({ nextCode: dossier.code, dueAt: dossier.dueAt, nextReceipt: null });
    const order = { type: 'correct-dossier', commandId: commandId(3), dossierId: dossierId(1) } as const;
    expect(run(ground, { ...order, content: checked.content ?? dossier.content }).refused).toBeNull();
  });

  it('[DO-4] keeps procedure and fees', () => {
    const { ground, draft } = open();
    const cheaper = { ...draft, feeLines: [] };
    expect(check(cheaper, residence, ground).problems.map((p) => p.code)).toEqual(['fees-fixed']);
    const other = draftForProcedure(draft, birth, newId);
    expect(check(other, birth, ground).problems.map((p) => p.code)).toContain('procedure-fixed');
  });

  it('[DO-2] stands on the procedure of its intake, also when the catalogue has lost it', () => {
    const { ground, dossier, draft } = open();
    expect(check(draft, null, ground).content?.procedure).toEqual(dossier.content.procedure);
  });
});

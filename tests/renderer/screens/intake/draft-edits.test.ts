import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPages,
  addPaper,
  adoptTurn,
  clearField,
  confirmField,
  findPage,
  movePage,
  removeFeeLine,
  removePage,
  removePaper,
  setApplicant,
  setFeeLine,
  setPaperStatus,
  shiftPage,
  turnPage,
} from '../../../../src/renderer/screens/intake/draft/draft-edits.ts';
import { restoreArrangement } from '../../../../src/renderer/screens/intake/draft/restore-arrangement.ts';
import { AmountVnd } from '../../../../src/shared/base/money.ts';
import type { IntakeDraft } from '../../../../src/shared/domain/dossier/intake-draft.ts';
import { aDraft, aPage, aPaper, arrangement } from './a-draft.ts';

describe('pages of a draft', () => {
  const draft = aDraft(aPaper('a', '1', '2', '3'), aPaper('b'));

  it('come in at the end and make the paper taken', () => {
    const added = addPages(draft, 'b', [aPage('4'), aPage('5')]);
    expect(arrangement(added)).toBe('a: 1 2 3 | b: 4 5 | tray:');
    expect(added.papers[1]?.status).toBe('submitted');
  });

  it('go to the tray when their paper is gone: nothing scanned is lost', () => {
    expect(arrangement(addPages(draft, 'gone', [aPage('4')]))).toBe('a: 1 2 3 | b: | tray: 4');
  });

  it('that are there already do not come in twice', () => {
    expect(addPages(draft, 'b', [aPage('1')]).papers[1]?.pages).toEqual([]);
  });

  it('move before any place of the same or another paper', () => {
    expect(arrangement(movePage(draft, '1', 'a', 3))).toBe('a: 2 3 1 | b: | tray:');
    expect(arrangement(movePage(draft, '3', 'a', 0))).toBe('a: 3 1 2 | b: | tray:');
    expect(arrangement(movePage(draft, '1', 'a', 1))).toBe('a: 1 2 3 | b: | tray:');
    expect(arrangement(movePage(draft, '2', 'b', 0))).toBe('a: 1 3 | b: 2 | tray:');
    expect(arrangement(movePage(draft, '2', null, 0))).toBe('a: 1 3 | b: | tray: 2');
  });

  it('shift by one and stop at the ends', () => {
    expect(arrangement(shiftPage(draft, '2', -1))).toBe('a: 2 1 3 | b: | tray:');
    expect(arrangement(shiftPage(draft, '2', 1))).toBe('a: 1 3 2 | b: | tray:');
    expect(shiftPage(draft, '1', -1)).toBe(draft);
    expect(shiftPage(draft, '3', 1)).toBe(draft);
  });

  it('open the question again when the last one is taken out', () => {
    const one = aDraft(aPaper('a', '1'));
    expect(removePage(one, '1').papers[0]?.status).toBeNull();
    const owed = setPaperStatus(one, 'a', 'owed');
    expect(removePage(owed, '1').papers[0]?.status).toBe('owed');
  });

  it('turn clockwise, four times around', () => {
    const turned = turnPage(turnPage(draft, '2', 270), '2', 180);
    expect(findPage(turned, '2')?.page.rotation).toBe(90);
  });

  it('take the turn of the reader once, however often it is said', () => {
    const twice = adoptTurn(adoptTurn(draft, '2', 90), '2', 90);
    expect(findPage(twice, '2')?.page.rotation).toBe(90);
  });

  it('are left alone when asked for by an unknown id', () => {
    expect(removePage(draft, 'none')).toBe(draft);
    expect(movePage(draft, 'none', 'b', 0)).toBe(draft);
    expect(turnPage(draft, 'none', 90)).toBe(draft);
  });
});

describe('papers, fields, applicant, fees', () => {
  it('only an added paper can be removed; its pages fall into the tray', () => {
    const draft = addPages(addPaper(aDraft(aPaper('a', '1')), 'x', 'Giấy khác'), 'x', [aPage('2')]);
    expect(arrangement(removePaper(draft, 'x'))).toBe('a: 1 | tray: 2');
    expect(removePaper(draft, 'a')).toBe(draft);
  });

  it('confirming a field again replaces it', () => {
    const field = { name: 'person-name', value: 'An', proposed: null } as const;
    const draft = confirmField(confirmField(aDraft(aPaper('a', '1')), 'a', field), 'a', {
      ...field,
      value: 'Anh',
    });
    expect(draft.papers[0]?.fields).toEqual([{ ...field, value: 'Anh' }]);
    expect(clearField(draft, 'a', 'person-name').papers[0]?.fields).toEqual([]);
  });

  it('typing over what the card said takes the mark "đọc từ thẻ" away; a phone number does not', () => {
    const carded = setApplicant(aDraft(), { fullName: 'An', source: 'card-qr' });
    expect(carded.applicant.source).toBe('card-qr');
    expect(setApplicant(carded, { phone: '0912345678' }).applicant.source).toBe('card-qr');
    expect(setApplicant(carded, { fullName: 'Anh' }).applicant.source).toBe('typed');
  });

  it('a fee line is set by its name, and can be dropped', () => {
    const line = { name: 'Lệ phí', unitVnd: AmountVnd.parse(8000), quantity: 1, checkedByOfficer: false };
    const draft = setFeeLine(setFeeLine(aDraft(), line), { ...line, quantity: 3 });
    expect(draft.feeLines).toEqual([{ ...line, quantity: 3 }]);
    expect(removeFeeLine(draft, 'Lệ phí').feeLines).toEqual([]);
  });
});

describe('undo', () => {
  it('puts a removed page back and keeps what was typed and what came in since', () => {
    const before = aDraft(aPaper('a', '1', '2'), aPaper('b'));
    const after = removePage(before, '1');
    let now = setApplicant(after, { fullName: 'Nguyễn Thị An' });
    now = addPages(now, 'b', [aPage('9')]);
    const undone = restoreArrangement(now, { before, after });
    expect(arrangement(undone)).toBe('a: 1 2 | b: 9 | tray:');
    expect(undone.applicant.fullName).toBe('Nguyễn Thị An');
  });

  it('no arrangement of moves, removals and arrivals ever loses or doubles a page, and undo restores all', () => {
    const step = fc.record({
      verb: fc.constantFrom('move', 'shift', 'turn', 'arrive'),
      page: fc.constantFrom('1', '2', '3', '4'),
      to: fc.constantFrom('a', 'b', null),
      index: fc.integer({ min: -1, max: 5 }),
    });
    const allIds = (draft: IntakeDraft) =>
      [...draft.papers.flatMap((paper) => paper.pages), ...draft.loosePages]
        .map((page) => page.pageId)
        .sort();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const start = aDraft(aPaper('a', '1', '2'), aPaper('b', '3', '4'));
        let draft = start;
        let arrived = 0;
        for (const { verb, page, to, index } of steps) {
          if (verb === 'move') draft = movePage(draft, page, to, index);
          else if (verb === 'shift') draft = shiftPage(draft, page, index > 2 ? 1 : -1);
          else if (verb === 'turn') draft = turnPage(draft, page, 90);
          else draft = addPages(draft, to, [aPage(`n${++arrived}`)]);
        }
        const expected = [
          '1',
          '2',
          '3',
          '4',
          ...Array.from({ length: arrived }, (_, n) => `n${n + 1}`),
        ].sort();
        expect(allIds(draft)).toEqual(expected);
        const undone = restoreArrangement(draft, { before: start, after: start });
        expect(allIds(undone)).toEqual(expected);
        for (const paper of start.papers) {
          const back = undone.papers.find((each) => each.paperId === paper.paperId);
          expect(back?.pages.slice(0, paper.pages.length)).toEqual(paper.pages);
        }
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hanoiDate } from '../../../../src/shared/base/hanoi-time.ts';
import { checkDraft } from '../../../../src/shared/domain/dossier/check-draft.ts';
import { draftForProcedure } from '../../../../src/shared/domain/dossier/draft-for-procedure.ts';
import { newDraft } from '../../../../src/shared/domain/dossier/new-draft.ts';
import { isWorkingDay } from '../../../../src/shared/domain/due-date/working-days.ts';
import { Procedure } from '../../../../src/shared/domain/procedure/procedure.ts';
import { createProcedureSearch } from '../../../../src/shared/domain/procedure/search-procedures.ts';
import { context, dossierId, ha, NOW, openDesk, run, uuid } from '../../support/a-desk.ts';
import { page, receive } from '../../support/a-dossier.ts';

const file = new URL('../../../city/sample-catalogue/procedures.json', import.meta.url);
const procedures = z.array(Procedure).parse(JSON.parse(readFileSync(file, 'utf8')));
const world = { ...context, reference: { ...context.reference, procedures } };
const state = openDesk();
let made = 0;
const newId = () => {
  made += 1;
  return uuid(made, 7);
};

describe('every procedure of the sample catalogue', () => {
  it.each(procedures.map((procedure) => [procedure.name, procedure] as const))(
    '[DO-5] is received as drafted: %s',
    (_name, procedure) => {
      const birth = { draftId: dossierId(1), officerId: ha.officerId, now: NOW };
      const draft = draftForProcedure(newDraft(birth), procedure, newId);
      const filled = {
        ...draft,
        applicant: {
          ...draft.applicant,
          fullName: 'Lê Thị Thanh Hương',
          personalId: '001190000017',
          address: 'Cầu Giấy, Hà Nội',
        },
        papers: draft.papers.map((paper, row) => {
          const document = procedure.documents[row];
          if (document?.presentOnly) return { ...paper, status: 'presented' as const };
          return document?.required ? { ...paper, pages: [page()] } : paper;
        }),
      };
      const checked = checkDraft(filled, procedure, state, world);
      expect(checked.problems).toEqual([]);
      if (checked.content === null) throw new Error('no content');
      const { refused, state: after } = run(state, receive(1, checked.content), world);
      expect(refused).toBeNull();
      const dossier = after.dossiers.get(dossierId(1));
      expect(dossier?.receipt?.totalVnd ?? 0).toBe(checked.totalVnd);
      if (dossier?.dueAt == null) throw new Error('no due date');
      expect(isWorkingDay(hanoiDate(dossier.dueAt), context.calendar)).toBe(true);
    },
  );

  it('[PR-1] is found by its own name, first', () => {
    const { search } = createProcedureSearch(procedures);
    for (const procedure of procedures) expect(search(procedure.name)[0]?.code).toBe(procedure.code);
  });
});

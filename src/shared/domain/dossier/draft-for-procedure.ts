import type { Procedure, ProcedureFee } from '../procedure/procedure.ts';
import type { FeeLine } from '../receipt/receipt.ts';
import type { DraftPaper, IntakeDraft } from './intake-draft.ts';

/** Bases that apply to every dossier handed in at a desk; the others depend on what the officer sees. */
const APPLIES_ALWAYS = new Set(['perDossier', 'direct', 'standard']);

function defaultLine(fee: ProcedureFee): FeeLine[] {
  if (!fee.confirmed || fee.amountVnd === null || !APPLIES_ALWAYS.has(fee.basis)) return [];
  return [{ name: fee.name, unitVnd: fee.amountVnd, quantity: 1, checkedByOfficer: false }];
}

/** Fees that the catalogue vouches for and that always apply, once each; the officer adds the others. */
export const defaultFeeLines = (procedure: Procedure): FeeLine[] => procedure.fees.flatMap(defaultLine);

/**
 * The draft with the checklist of this procedure. Work is never thrown away: a paper already there keeps its pages under
 * the row of the same name, or stays as a paper of its own when it has pages and no row fits.
 * @param newId makes a UUID for each new row
 */
export function draftForProcedure(
  draft: IntakeDraft,
  procedure: Procedure,
  newId: () => string,
): IntakeDraft {
  const left = new Map(draft.papers.map((paper) => [paper.paperId, paper]));
  const rows = procedure.documents.map((document, requirement): DraftPaper => {
    const { name, originals, copies } = document;
    const before = [...left.values()].find((paper) => paper.name === name);
    if (before === undefined) {
      const fresh = { status: null, pages: [], fields: [], note: '' };
      return { paperId: newId(), name, requirement, originals, copies, ...fresh };
    }
    left.delete(before.paperId);
    return { ...before, requirement };
  });
  const kept = [...left.values()]
    .filter((paper) => paper.pages.length > 0 || paper.requirement === null)
    .map((paper) => ({ ...paper, requirement: null }));
  const sameAsBefore = draft.procedureCode === procedure.code;
  return {
    ...draft,
    procedureCode: procedure.code,
    papers: [...rows, ...kept],
    feeLines: sameAsBefore ? draft.feeLines : defaultFeeLines(procedure),
  };
}

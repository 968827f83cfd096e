import type { Instant } from '../../base/dates.ts';
import { hanoiDate } from '../../base/hanoi-time.ts';
import type { AmountVnd } from '../../base/money.ts';
import { Delegation } from '../applicant/applicant.ts';
import { checkApplicant } from '../applicant/check-applicant.ts';
import { tidyDelegation } from '../applicant/draft-delegation.ts';
import { computeDueDate, type DueDate } from '../due-date/compute-due-date.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { findTotal, sameFees } from '../receipt/total-of.ts';
import { checkFees } from './check-fees.ts';
import { checkPapers } from './check-papers.ts';
import { dossierProcedure, findProcedureAtIntake } from './dossier-procedure.ts';
import { DossierContent, type GivenCode } from './dossier-received.ts';
import type { DraftContext, DraftGround } from './draft-ground.ts';
import { findDraftNumbers, type NextReceipt, type NumberNote } from './find-draft-numbers.ts';
import type { DraftProblem, IntakeDraft } from './intake-draft.ts';
import { procedureIsFixed } from './procedure-fixed.ts';
import { settlePaper } from './settle-paper.ts';

export type DraftCheck = {
  /** In the order of the screen; empty: "Tiếp nhận" may be pressed. */
  readonly problems: readonly DraftProblem[];
  /** To be known before the button is pressed, but not in its way: numbers that ran out. */
  readonly notes: readonly NumberNote[];
  /** What to hand to `receive-dossier` or `correct-dossier`; null while there is a problem. */
  readonly content: DossierContent | null;
  /** Null when the sum is more than a receipt can hold. */
  readonly totalVnd: AmountVnd | null;
  /** Null when no procedure is chosen; `dueAt` is its moment. */
  readonly due: DueDate | null;
  readonly dueAt: Instant | null;
  /** What will be printed if nothing else takes the number first; for a correction the number the dossier has. */
  readonly nextCode: GivenCode | null;
  readonly nextReceipt: NextReceipt | null;
};

/** Not a field left empty, but one that was typed wrong. */
const DELEGATION_PROBLEMS: Readonly<Record<string, DraftProblem['code']>> = {
  'delegation.ownerPhone': 'applicant-phone-bad',
  'delegation.ownerEmail': 'applicant-email-bad',
};

function applicantProblems(draft: IntakeDraft, now: Instant): DraftProblem[] {
  const checked = checkApplicant(draft.applicant, hanoiDate(now));
  const problems: DraftProblem[] = checked.ok
    ? []
    : checked.failure.problems.map(({ code, field }) => ({ code, field, place: 'applicant' }));
  if (draft.delegation !== null) {
    const delegation = Delegation.safeParse(tidyDelegation(draft.delegation));
    for (const issue of delegation.error?.issues ?? []) {
      const field = `delegation.${String(issue.path[0])}`;
      const code = DELEGATION_PROBLEMS[field] ?? 'delegation-incomplete';
      problems.push({ code, field, place: 'applicant' });
    }
  }
  return problems;
}

/**
 * Everything that still stands between this draft and "Tiếp nhận", and what pressing it would give. Judged on every
 * change on the screen: about 0.1 ms. `procedure` is the chosen one, null when none is.
 */
export function checkDraft(
  draft: IntakeDraft,
  procedure: Procedure | null,
  state: DraftGround,
  context: DraftContext,
): DraftCheck {
  const { now, calendar, reference } = context;
  const corrected = draft.correctionOf === null ? undefined : state.dossiers.get(draft.correctionOf);
  const intake = corrected?.content.procedure;
  // Another procedure for a dossier that is there already: only where the city does not know the one it has.
  const other =
    corrected !== undefined && draft.procedureCode !== intake?.code && !procedureIsFixed(corrected);
  const chosen = procedure === null ? null : dossierProcedure(procedure, reference.version);
  const kept = other ? chosen : (intake ?? chosen);
  const rows =
    corrected === undefined || procedure === null || other
      ? procedure
      : findProcedureAtIntake([procedure], corrected.content);
  const papers = draft.papers.map((paper) =>
    settlePaper(paper, paper.requirement === null ? undefined : rows?.documents[paper.requirement]),
  );
  const numbers = findDraftNumbers(draft, corrected, state, context);
  const problems: DraftProblem[] = [];

  if (kept === null) problems.push({ code: 'procedure-missing', place: 'procedure' });
  if (intake !== undefined && !other && draft.procedureCode !== intake.code) {
    problems.push({ code: 'procedure-fixed', place: 'procedure' });
  }
  problems.push(...applicantProblems(draft, now));
  if (kept !== null) problems.push(...checkPapers(papers, rows));
  // A separator sheet is the office's own, not a page of the citizen's.
  const loose = draft.loosePages.filter((page) => page.hidden !== 'separator').length;
  if (loose > 0) {
    problems.push({ code: 'loose-pages', place: 'papers', facts: { count: loose } });
  }
  if (corrected?.receipt == null) problems.push(...checkFees(draft.feeLines, rows));
  else if (!sameFees(draft.feeLines, corrected.content.feeLines)) {
    problems.push({ code: 'fees-fixed', place: 'fees', facts: { code: corrected.code } });
  }
  problems.push(...numbers.problems);

  const from = corrected === undefined ? now : corrected.receivedAt;
  const due =
    kept === null || (corrected !== undefined && !other)
      ? null
      : computeDueDate(from, kept.processing, calendar);
  return {
    problems,
    notes: numbers.notes,
    content: problems.length === 0 && kept !== null ? contentOf(draft, papers, kept, now) : null,
    totalVnd: findTotal(draft.feeLines),
    due,
    dueAt: corrected === undefined || other ? (due?.dueAt ?? null) : corrected.dueAt,
    nextCode: numbers.nextCode,
    nextReceipt: numbers.nextReceipt,
  };
}

function contentOf(
  draft: IntakeDraft,
  papers: IntakeDraft['papers'],
  procedure: DossierContent['procedure'],
  now: Instant,
): DossierContent {
  const applicant = checkApplicant(draft.applicant, hanoiDate(now));
  const { delegation, resultDelivery, feeLines, paymentMethod } = draft;
  return DossierContent.parse({
    procedure,
    applicant: applicant.ok ? applicant.value : draft.applicant,
    delegation: delegation === null ? null : tidyDelegation(delegation),
    papers,
    resultDelivery,
    feeLines,
    paymentMethod,
    note: draft.note.trim(),
  });
}

import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { isPersonalId } from '../applicant/personal-id.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { checkFees } from './check-fees.ts';
import { checkPapers } from './check-papers.ts';
import { DossierContent } from './dossier-received.ts';
import type { DraftProblem } from './intake-draft.ts';

const asFailure = (problem: DraftProblem): Failure => ({
  code: problem.code,
  remedy: 'officer-decides',
  facts: problem.facts ?? {},
});

/**
 * The whole content, as a decision sees it: the first problem is the failure. `content-invalid`: not even of the right
 * shape (a defect of the screen); `applicant-id-bad`; else the codes of `checkPapers` and `checkFees`.
 * @param procedure null: its rows are not known any more, so only what holds for any paper is checked
 * @param fees `settled`: a receipt fixes them, they are not judged again
 */
export function checkContent(
  value: unknown,
  procedure: Procedure | null,
  fees: 'open' | 'settled' = 'open',
): Result<DossierContent, Failure> {
  const parsed = DossierContent.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail('content-invalid', 'call-support', { where: issue?.path.join('.') ?? '' });
  }
  const content = parsed.data;
  if (!isPersonalId(content.applicant.personalId)) return fail('applicant-id-bad', 'officer-decides');
  const feeProblems = fees === 'settled' ? [] : checkFees(content.feeLines, procedure);
  const problem = [...checkPapers(content.papers, procedure), ...feeProblems][0];
  return problem === undefined ? ok(content) : { ok: false, failure: asFailure(problem) };
}

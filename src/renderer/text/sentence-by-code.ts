import type { Failure, Remedy } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { DraftProblem } from '../../shared/domain/dossier/intake-draft.ts';
import type { Contradiction } from '../../shared/domain/reading/contradictions/contradiction.ts';
import { dayText, momentText, moneyText } from './dates-and-money.ts';
import type { Text } from './use-text.ts';
import { vi } from './vi/index.ts';

type Facts = Readonly<Record<string, string | number>>;
type Group = 'failures' | 'problems' | 'notices' | 'refusals' | 'actRefusals' | 'readingContradictions';

/**
 * Codes come from all parts of the desk at run time, so their keys cannot be typed. A code may arrive in another
 * guise (a problem of the draft as the failure of a commit, a failure as a notice), so the other groups are asked too;
 * an unknown one still gets a sentence that says what to do, with the code for support.
 */
function sentence(t: Text, order: readonly Group[], code: string, facts: Facts, otherwise: string): string {
  const group = order.find((each) => code in vi[each]);
  if (group === undefined) return otherwise;
  const told = (t as unknown as (key: string, facts: Facts) => string)(`${group}.${code}`, spoken(facts));
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** Facts as a person writes them: `…At` and `…Date` are dates, `…Vnd` is money. */
function spoken(facts: Facts): Facts {
  const said: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (name.endsWith('Vnd')) said[name] = moneyText(Number(value));
    else if (/(?:^at|At)$/.test(name)) said[name] = momentText(String(value));
    else if (/(?:^date|Date)$/.test(name)) said[name] = dayText(String(value));
    else said[name] = value;
  }
  return said;
}

/** What happened and what to do, by the failure's code. */
export function failureSentence(t: Text, failure: Failure): string {
  const { code } = failure;
  return sentence(
    t,
    ['failures', 'problems', 'notices'],
    code,
    failure.facts ?? {},
    t('unknown.failure', { code }),
  );
}

export function remedyWord(t: Text, remedy: Remedy): string {
  return t(`remedies.${remedy}`);
}

/** What still stands between a draft and "Tiếp nhận". */
export function problemSentence(t: Text, problem: DraftProblem): string {
  const { code } = problem;
  return sentence(t, ['problems', 'failures'], code, problem.facts ?? {}, t('unknown.problem', { code }));
}

type CityNo = { readonly reasonCode: string; readonly reason: string };

/** The city's own words where it sent some, else the sentence of the code. */
const cityNo =
  (group: 'refusals' | 'actRefusals', unknown: 'unknown.refusal' | 'unknown.actRefusal') =>
  (t: Text, { reasonCode, reason }: CityNo): string =>
    reason.trim() !== '' ? reason : sentence(t, [group], reasonCode, {}, t(unknown, { code: reasonCode }));

/** A verdict of the city that says no to a dossier. */
export const refusalSentence = cityNo('refusals', 'unknown.refusal');

/** The same of what belongs to no dossier: nothing can be corrected or sent again. */
export const actRefusalSentence = cityNo('actRefusals', 'unknown.actRefusal');

/** Two things on a paper that cannot both be true. */
export const contradictionSentence = (t: Text, { code, facts }: Contradiction): string =>
  sentence(t, ['readingContradictions'], code, facts, t('unknown.problem', { code }));

/** What the desk found or mended at start. */
export function noticeSentence(t: Text, notice: StartNotice): string {
  const { code } = notice;
  return sentence(t, ['notices', 'failures', 'problems'], code, notice.facts, t('unknown.notice', { code }));
}

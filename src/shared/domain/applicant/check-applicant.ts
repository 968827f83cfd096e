import type { LocalDate } from '../../base/dates.ts';
import { parseTypedDate } from '../../base/parse-typed-date.ts';
import { type Failure, ok, type Result } from '../../base/result.ts';
import { Applicant } from './applicant.ts';
import type { DraftApplicant } from './draft-applicant.ts';
import { tidyPhone } from './draft-delegation.ts';
import { isPersonalId, normalisePersonalId } from './personal-id.ts';

export type ApplicantField = Exclude<keyof DraftApplicant, 'source' | 'sex'>;

export type ApplicantProblem = {
  readonly field: ApplicantField;
  readonly code:
    | 'applicant-name-missing'
    | 'applicant-name-bad'
    | 'applicant-id-missing'
    | 'applicant-id-bad'
    | 'applicant-birth-date-bad'
    | 'applicant-birth-date-future'
    | 'applicant-address-missing'
    | 'applicant-phone-bad'
    | 'applicant-email-bad';
};

export type ApplicantFailure = Failure<'applicant-invalid'> & {
  readonly problems: readonly ApplicantProblem[];
};

const NAME = /^\p{L}[\p{L}\p{M}\p{N}'’.,&()\- ]*$/u;

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Order of the fields on the screen, which is the order of the problems. */
const FIELDS = ['fullName', 'personalId', 'birthDate', 'address', 'phone', 'email'] as const;

function problemOf(
  field: ApplicantField,
  typed: DraftApplicant,
  today: LocalDate,
): ApplicantProblem['code'] | null {
  const value = typed[field];
  const { shape } = Applicant;
  switch (field) {
    case 'fullName':
      if (value === '') return 'applicant-name-missing';
      return shape.fullName.safeParse(value).success && NAME.test(value) ? null : 'applicant-name-bad';
    case 'personalId':
      if (value === '') return 'applicant-id-missing';
      return isPersonalId(value) ? null : 'applicant-id-bad';
    case 'birthDate': {
      if (value === '') return null;
      const date = parseTypedDate(value);
      if (date === null || date < '1880-01-01') return 'applicant-birth-date-bad';
      return date > today ? 'applicant-birth-date-future' : null;
    }
    case 'address':
      return shape.address.safeParse(value).success ? null : 'applicant-address-missing';
    case 'phone':
      return shape.phone.safeParse(value).success ? null : 'applicant-phone-bad';
    case 'email':
      return shape.email.safeParse(value).success ? null : 'applicant-email-bad';
  }
}

/** The typed text as it will stand: single spaces, numbers without the dots and spaces people put in. */
const tidied = (draft: DraftApplicant): DraftApplicant => ({
  fullName: tidy(draft.fullName),
  personalId: normalisePersonalId(draft.personalId),
  birthDate: tidy(draft.birthDate),
  sex: draft.sex,
  address: tidy(draft.address),
  phone: tidyPhone(draft.phone),
  email: draft.email.trim(),
  source: draft.source,
});

/**
 * The applicant that was typed, or every field that still stands in the way, in the order of the screen.
 * @param today in Hà Nội; nobody is born after it
 */
export function checkApplicant(draft: DraftApplicant, today: LocalDate): Result<Applicant, ApplicantFailure> {
  const typed = tidied(draft);
  const problems = FIELDS.flatMap((field) => {
    const code = problemOf(field, typed, today);
    return code === null ? [] : [{ field, code }];
  });
  if (problems.length > 0) {
    return { ok: false, failure: { code: 'applicant-invalid', remedy: 'officer-decides', problems } };
  }
  return ok({ ...typed, birthDate: parseTypedDate(typed.birthDate) });
}

import type { Instant } from '../../../shared/base/dates.ts';
import { crossCheckPersonalId } from '../../../shared/domain/applicant/personal-id.ts';
import { findProcedureAtIntake } from '../../../shared/domain/dossier/dossier-procedure.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { Procedure } from '../../../shared/domain/procedure/procedure.ts';
import { findLastStep, submittedAt } from '../../ui/dossier/dossier-moments.ts';
import type { Finding, FindingKind } from './finding.ts';
import { paperFindings } from './paper-findings.ts';

/** A citizen waits at the counter for at most 15 minutes (design §1). */
const LONGEST_WAIT_MS = 15 * 60_000;
const SOON_MS = 2 * 60 * 60_000;

const idWarnings = {
  'personal-id-sex': 'idSex',
  'personal-id-birth-year': 'idBirthYear',
  'personal-id-province': 'idProvince',
} as const satisfies Record<string, FindingKind>;

function feeFindings(dossier: DossierState, procedure: Procedure | null): readonly Finding[] {
  const { feeLines } = dossier.content;
  const charged = feeLines.filter((line) => line.unitVnd > 0);
  const findings: Finding[] = charged
    .filter(
      (line) =>
        !procedure?.fees.some(
          (fee) => fee.confirmed && fee.name === line.name && fee.amountVnd === line.unitVnd,
        ),
    )
    .map((line) => ({
      key: `fee:${line.name}`,
      kind: 'feeUnconfirmed',
      at: null,
      facts: { fee: line.name, amountVnd: line.unitVnd },
    }));
  // A row of 0 đ beside it says that not paying is lawful too (a birth registered in time).
  const free = procedure?.fees.some((fee) => fee.amountVnd === 0) ?? true;
  const priced = procedure?.fees.find((fee) => (fee.amountVnd ?? 0) > 0);
  if (charged.length === 0 && !free && priced !== undefined) {
    const facts = { fee: priced.name, amountVnd: priced.amountVnd ?? 0 };
    findings.push({ key: 'fee-not-taken', kind: 'feeNotTaken', at: null, facts });
  }
  return findings;
}

function timeFindings(dossier: DossierState, now: Instant): readonly Finding[] {
  const findings: Finding[] = [];
  const since = submittedAt(dossier);
  const { dueAt } = dossier;
  if (dueAt !== null && dueAt < now) {
    findings.push({ key: 'due', kind: 'duePast', at: null, facts: { at: dueAt } });
  } else if (dueAt !== null && Date.parse(dueAt) - Date.parse(now) < SOON_MS) {
    findings.push({ key: 'due', kind: 'dueSoon', at: null, facts: { at: dueAt } });
  }
  if (Date.parse(now) - Date.parse(since) > LONGEST_WAIT_MS) {
    findings.push({ key: 'waits', kind: 'waitsLong', at: null, facts: { since } });
  }
  return findings;
}

/** Everything about a submitted dossier that is not plainly in order, the gravest first. Pure. */
export function findFindings(
  dossier: DossierState,
  procedures: readonly Procedure[],
  now: Instant,
): readonly Finding[] {
  const { applicant } = dossier.content;
  const procedure = findProcedureAtIntake(procedures, dossier.content);
  const findings: Finding[] = [];
  if (dossier.city.kind === 'refused') {
    const { at, reasonCode, reason } = dossier.city;
    findings.push({ key: 'refused', kind: 'refused', at: null, facts: { at, reasonCode, reason } });
  }
  const returned = findLastStep(dossier, 'dossier-returned');
  if (returned !== undefined) {
    const facts = { at: returned.at, reason: returned.note };
    findings.push({ key: 'returned', kind: 'wasReturned', at: null, facts });
  }
  for (const warning of crossCheckPersonalId(applicant.personalId, applicant.birthDate, applicant.sex)) {
    const facts = { id: applicant.personalId };
    findings.push({ key: warning, kind: idWarnings[warning], at: null, facts });
  }
  findings.push(...paperFindings(dossier), ...feeFindings(dossier, procedure));
  if (procedure === null) findings.push({ key: 'catalogue', kind: 'catalogueGone', at: null, facts: {} });
  return [...findings, ...timeFindings(dossier, now)];
}

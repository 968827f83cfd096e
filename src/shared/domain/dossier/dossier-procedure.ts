import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { findProcedure } from '../procedure/find-procedure.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { DossierContent, DossierProcedure } from './dossier-received.ts';

/** The part of a procedure that a dossier keeps, with the version of the catalogue it came from. */
export const dossierProcedure = (procedure: Procedure, referenceVersion: number): DossierProcedure => ({
  code: procedure.code,
  name: procedure.name,
  field: procedure.field,
  authority: procedure.authority,
  processing: { value: procedure.processing.value, unit: procedure.processing.unit },
  referenceVersion,
});

export const sameProcedure = (left: DossierProcedure, right: DossierProcedure): boolean =>
  left.code === right.code &&
  left.name === right.name &&
  left.field === right.field &&
  left.authority === right.authority &&
  left.processing.value === right.processing.value &&
  left.processing.unit === right.processing.unit &&
  left.referenceVersion === right.referenceVersion;

/**
 * The procedure that a dossier begins on, as the catalogue has it now. Failures: `procedure-unknown`,
 * `procedure-outdated` {name} (the catalogue changed while the draft lay).
 */
export function findListedProcedure(
  wanted: DossierProcedure,
  reference: { readonly version: number; readonly procedures: readonly Procedure[] },
): Result<Procedure, Failure> {
  const procedure = findProcedure(reference.procedures, wanted.code);
  if (procedure === undefined) return fail('procedure-unknown', 'officer-decides');
  return sameProcedure(wanted, dossierProcedure(procedure, reference.version))
    ? ok(procedure)
    : fail('procedure-outdated', 'officer-decides', { name: procedure.name });
}

/**
 * The catalogue's procedure, when its rows are still those that the papers of this dossier answer to; null when it is
 * gone or its rows have changed since the intake.
 */
export function findProcedureAtIntake(
  procedures: readonly Procedure[],
  content: DossierContent,
): Procedure | null {
  const procedure = findProcedure(procedures, content.procedure.code);
  if (procedure === undefined) return null;
  const rowOf = (requirement: number) => content.papers.find((paper) => paper.requirement === requirement);
  const lastRow = Math.max(-1, ...content.papers.map((paper) => paper.requirement ?? -1));
  const sameRows =
    lastRow < procedure.documents.length &&
    procedure.documents.every((document, requirement) => rowOf(requirement)?.name === document.name);
  return sameRows ? procedure : null;
}

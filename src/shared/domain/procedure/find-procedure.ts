import type { Procedure, RequiredDocument } from './procedure.ts';

export const findProcedure = (procedures: readonly Procedure[], code: string): Procedure | undefined =>
  procedures.find((procedure) => procedure.code === code);

/** May be marked "không cần": it is optional, or it is asked for only under a condition. */
export const mayBeUnneeded = (document: RequiredDocument): boolean =>
  !document.required || (document.condition ?? '') !== '';

import type { DraftPaper } from '../../../../shared/domain/dossier/intake-draft.ts';
import {
  type ConfirmedField,
  PaperFieldName,
  type ReadField,
} from '../../../../shared/domain/paper/paper.ts';
import { GENERIC_FIELDS } from '../../../../shared/domain/paper/paper-field-name.ts';
import { isDoubtful } from '../../../../shared/domain/reading/candidate.ts';

export type FieldState = 'accepted' | 'doubtful' | 'proposed' | 'not-read';

export type FieldRow = {
  readonly name: PaperFieldName;
  readonly state: FieldState;
  readonly proposed: ReadField | null;
  readonly confirmed: ConfirmedField | null;
};

/** The fields that every paper has and those that were read, in one order, with what is known of each. */
export function fieldRows(paper: DraftPaper | null, read: readonly ReadField[]): readonly FieldRow[] {
  const known = new Set<PaperFieldName>([
    ...GENERIC_FIELDS,
    ...read.map(({ name }) => name),
    ...(paper?.fields ?? []).map(({ name }) => name),
  ]);
  const names = PaperFieldName.options.filter((name) => known.has(name));
  return names.map((name): FieldRow => {
    const confirmed = paper?.fields.find((field) => field.name === name) ?? null;
    const proposed = read.find((field) => field.name === name) ?? null;
    const state =
      confirmed !== null
        ? 'accepted'
        : proposed === null
          ? 'not-read'
          : isDoubtful(proposed)
            ? 'doubtful'
            : 'proposed';
    return { name, state, proposed, confirmed };
  });
}

/**
 * The row that the cursor goes to after `from`: the next doubtful one, then the next that waits, around the end.
 * Undefined when nothing waits.
 */
export function nextToCheck(rows: readonly FieldRow[], from: PaperFieldName | null): FieldRow | undefined {
  const at = rows.findIndex((row) => row.name === from);
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return around.find((row) => row.state === 'doubtful') ?? around.find((row) => row.state === 'proposed');
}

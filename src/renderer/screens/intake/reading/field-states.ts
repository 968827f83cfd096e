import type { DraftPaper } from '../../../../shared/domain/dossier/intake-draft.ts';
import {
  type ConfirmedField,
  PaperFieldName,
  type ReadField,
} from '../../../../shared/domain/paper/paper.ts';
import { isDoubtful } from '../../../../shared/domain/reading/candidate.ts';

export type FieldState = 'accepted' | 'doubtful' | 'proposed' | 'not-read';

export type FieldRow = {
  readonly name: PaperFieldName;
  readonly state: FieldState;
  readonly proposed: ReadField | null;
  readonly confirmed: ConfirmedField | null;
};

/** Every field of a paper in the order of the printed page, with what is known of it. */
export function fieldRows(paper: DraftPaper | null, read: readonly ReadField[]): readonly FieldRow[] {
  return PaperFieldName.options.map((name): FieldRow => {
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

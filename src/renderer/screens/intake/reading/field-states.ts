import type { ConfirmedField, PaperFieldName, ReadField } from '../../../../shared/domain/paper/paper.ts';
import type { PaperKind } from '../../../../shared/domain/paper/paper-kind.ts';
import { isDoubtful } from '../../../../shared/domain/reading/candidate.ts';
import type { Contradiction } from '../../../../shared/domain/reading/contradictions/contradiction.ts';
import { fieldsOf } from '../../../../shared/domain/reading/fields/form-of.ts';

/** `contradicted`: two things on the paper cannot both be true; not taken over by Enter alone. */
export type FieldState = 'accepted' | 'contradicted' | 'doubtful' | 'proposed' | 'not-read';

export type FieldRow = {
  readonly name: PaperFieldName;
  readonly state: FieldState;
  readonly proposed: ReadField | null;
  readonly confirmed: ConfirmedField | null;
  readonly contradictions: readonly Contradiction[];
};

/**
 * What this kind of paper says, in the order an officer reads it, then what else was read or confirmed.
 * @param taken what an officer has taken over or corrected
 */
export function fieldRows(
  taken: readonly ConfirmedField[],
  kind: PaperKind | null,
  read: readonly ReadField[],
  contradictions: readonly Contradiction[] = [],
): readonly FieldRow[] {
  const names = new Set<PaperFieldName>([
    ...fieldsOf(kind),
    ...read.map(({ name }) => name),
    ...taken.map(({ name }) => name),
  ]);
  return [...names].map((name): FieldRow => {
    const confirmed = taken.find((field) => field.name === name) ?? null;
    const proposed = read.find((field) => field.name === name) ?? null;
    const against = contradictions.filter((each) => each.fields.includes(name));
    return {
      name,
      state: stateOf(confirmed, proposed, against),
      proposed,
      confirmed,
      contradictions: confirmed === null ? against : [],
    };
  });
}

function stateOf(
  confirmed: ConfirmedField | null,
  proposed: ReadField | null,
  against: readonly Contradiction[],
): FieldState {
  if (confirmed !== null) return 'accepted';
  if (proposed === null) return 'not-read';
  if (against.length > 0) return 'contradicted';
  return isDoubtful(proposed) ? 'doubtful' : 'proposed';
}

const TO_LOOK_AT: ReadonlySet<FieldState> = new Set(['contradicted', 'doubtful']);

/**
 * The row that the cursor goes to after `from`: the next doubtful or contradicted one, then the next that waits, around
 * the end. Undefined when nothing waits.
 */
export function nextToCheck(rows: readonly FieldRow[], from: PaperFieldName | null): FieldRow | undefined {
  const at = rows.findIndex((row) => row.name === from);
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return around.find((row) => TO_LOOK_AT.has(row.state)) ?? around.find((row) => row.state === 'proposed');
}

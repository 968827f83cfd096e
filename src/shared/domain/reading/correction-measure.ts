import type { Paper } from '../paper/paper.ts';
import type { PaperFieldName } from '../paper/paper-field-name.ts';
import type { PaperKind } from '../paper/paper-kind.ts';

/** What officers made of the reader's proposals for one field of one kind; `kind` null: unknown or not kept then. */
export type CorrectionMeasure = {
  readonly kind: PaperKind | null;
  readonly field: PaperFieldName;
  /** Confirmed fields for which the reader had a proposal. */
  readonly proposed: number;
  readonly unchanged: number;
  readonly corrected: number;
  /** Typed from nothing: the reader had found none. */
  readonly typed: number;
};

/**
 * How often officers took the reader's word, by kind and field [RD-15]: a pure fold over the papers of received
 * dossiers, so that the measure can be made anew from the log at any time. Sorted by what was corrected most.
 */
export function correctionMeasure(
  papers: Iterable<Pick<Paper, 'kind' | 'fields'>>,
): readonly CorrectionMeasure[] {
  const measures = new Map<string, CorrectionMeasure>();
  for (const { kind = null, fields } of papers) {
    for (const { name, value, proposed } of fields) {
      const key = `${kind ?? ''} ${name}`;
      const before = measures.get(key) ?? {
        kind,
        field: name,
        proposed: 0,
        unchanged: 0,
        corrected: 0,
        typed: 0,
      };
      const same = proposed?.value === value;
      measures.set(key, {
        ...before,
        proposed: before.proposed + Number(proposed !== null),
        unchanged: before.unchanged + Number(same),
        corrected: before.corrected + Number(proposed !== null && !same),
        typed: before.typed + Number(proposed === null),
      });
    }
  }
  return [...measures.values()].sort((a, b) => b.corrected - a.corrected);
}

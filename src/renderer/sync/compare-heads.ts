import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';

/** What the working copy is, held against the journal, which is the truth (design §4). */
export type Standing = 'same' | 'behind' | 'ahead' | 'branched' | 'rebuild';

/**
 * `hashAtCopy`: the journal's hash at the copy's seq, null when the journal does not reach so far.
 * `ahead`: the journal has lost its end; the copy is then the only place that still has those facts, whole or not.
 * `branched`: the journal went on from an older state. `rebuild`: rows are missing, nothing that the journal lacks.
 */
export function compareHeads(
  copy: LogHead,
  journal: LogHead,
  hashAtCopy: string | null,
  whole: boolean,
): Standing {
  if (copy.seq > journal.seq) return 'ahead';
  if (hashAtCopy !== copy.hash) return 'branched';
  if (!whole) return 'rebuild';
  return copy.seq === journal.seq ? 'same' : 'behind';
}

import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';

/** What the working copy is, held against the journal, which is the truth (design §4). */
export type Standing = 'same' | 'behind' | 'rebuild';

/**
 * `hashAtCopy`: the journal's hash at the copy's seq, null when the journal does not reach so far.
 * A copy that is ahead, that branches off, or that lost rows is thrown away and made again.
 */
export function compareHeads(
  copy: LogHead,
  journal: LogHead,
  hashAtCopy: string | null,
  whole: boolean,
): Standing {
  if (!whole || copy.seq > journal.seq || hashAtCopy !== copy.hash) return 'rebuild';
  return copy.seq === journal.seq ? 'same' : 'behind';
}

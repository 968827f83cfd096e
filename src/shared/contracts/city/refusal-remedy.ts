import { RefusalReason } from './events.ts';

/** Who puts it right: the officer corrects the dossier and sends it again, or support mends something first. */
export type RefusalRemedy = 'officer-corrects' | 'support-mends';

/**
 * Complete by the compiler. Support's are numbers, receipts that are printed and logs that do not agree: nothing that
 * an officer may change would help, so it is mended first; then the dossier is sent again all the same.
 */
const WHO_MENDS = {
  'procedure-unknown': 'officer-corrects',
  'dossier-unknown': 'officer-corrects',
  'status-forbids': 'officer-corrects',
  'four-eyes': 'officer-corrects',
  'cannot-store': 'officer-corrects',
  'conflict-unknown': 'officer-corrects',
  'number-used': 'support-mends',
  'number-outside-lease': 'support-mends',
  'lease-unknown': 'support-mends',
  'lease-differs': 'support-mends',
  'code-differs': 'support-mends',
  'dossier-known': 'support-mends',
  'already-issued': 'support-mends',
  'total-differs': 'support-mends',
  'officer-unknown': 'support-mends',
  'desk-differs': 'support-mends',
  malformed: 'support-mends',
  'seq-conflict': 'support-mends',
  'wrong-desk': 'support-mends',
  'wrong-hash': 'support-mends',
  'wrong-signature': 'support-mends',
  'chain-broken': 'support-mends',
} as const satisfies Record<RefusalReason, RefusalRemedy>;

/** A reason that only this city knows comes with its own words, which say what is wrong with the dossier. */
export function remedyOf(reasonCode: string): RefusalRemedy {
  const known = RefusalReason.safeParse(reasonCode);
  return known.success ? WHO_MENDS[known.data] : 'officer-corrects';
}

import { ReferenceView } from '../../shared/contracts/bridge/reference-view.ts';
import type { KeptReference } from '../city/reference-copy.ts';

/** What the window may see of the reference data: everything but the credentials, and how fresh it is. */
export function referenceForWindow({ reference, fetchedAt }: KeptReference): ReferenceView {
  const ends = reference.officers.map(({ validUntil }) => validUntil).sort();
  return ReferenceView.parse({
    ...reference,
    // zod drops what is not of the view: the credentials.
    officers: reference.officers.map(({ officer }) => officer),
    confirmedAt: fetchedAt,
    signInUntil: ends[0] ?? null,
  });
}

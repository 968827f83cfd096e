import { takeLostLease } from '../lending/lost-lease.ts';
import type { FactOf, Judge } from './judgement.ts';
import { findLent, useNumber } from './leased-number.ts';

/** A block has reached the desk: one that the city lent it, with those bounds, or has lent and forgotten. */
export const judgeLeaseReceived: Judge<FactOf<'number-lease-received'>> = async (sql, event, fact) => {
  const lent = await findLent(sql, event.desk, fact.lease.leaseId);
  if (lent === undefined) return takeLostLease(sql, event.desk, fact.lease);
  return lent.lease.from === fact.lease.from && lent.lease.to === fact.lease.to ? null : 'lease-differs';
};

/** A number that was spoilt: used up without a dossier. */
export const judgeVoided: Judge<FactOf<'number-voided'>> = async (sql, event, fact) => {
  const used = await useNumber(sql, event.desk, fact.kind, fact, { dossierId: null, voided: true });
  return typeof used === 'string' ? used : null;
};

/** Blocks that a restored desk will not go on with. */
export const judgeLeasesClosed: Judge<FactOf<'number-leases-closed'>> = async (sql, event, fact) => {
  for (const leaseId of fact.leases)
    if ((await findLent(sql, event.desk, leaseId)) === undefined) return 'lease-unknown';
  return null;
};

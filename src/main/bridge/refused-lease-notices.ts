import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { RefusedLease } from '../city/refused-lease.ts';

/** One alarm for all blocks that must not be used: the newest of them, and how many there are. */
export function refusedLeaseNotices(refused: readonly RefusedLease[]): readonly StartNotice[] {
  const newest = refused.at(-1);
  if (newest === undefined) return [];
  const { lease, code } = newest;
  const facts = { count: refused.length, kind: lease.kind, from: lease.from, to: lease.to, reason: code };
  return [{ code: 'lease-refused', severity: 'alarm', facts }];
}

import type { FactOf, Judge } from './judgement.ts';
import { findDossier } from './known-dossier.ts';

/** From which statuses a dossier may go to the next; the desk's own table says who besides. */
const STEPS = {
  'dossier-submitted': { from: ['received'], to: 'submitted' },
  'dossier-approved': { from: ['submitted'], to: 'approved' },
  'dossier-returned': { from: ['submitted'], to: 'returned' },
} as const;

/** A step of the sign-off; nobody approves what they received or corrected. */
export const judgeStep: Judge<FactOf<'dossier-submitted' | 'dossier-approved' | 'dossier-returned'>> = async (
  sql,
  event,
  fact,
) => {
  const dossier = await findDossier(sql, event.desk, fact.dossierId);
  if (dossier === undefined) return 'dossier-unknown';
  const { from, to } = STEPS[fact.type];
  if (!from.some((status) => status === dossier.status)) return 'status-forbids';
  const own = event.by === dossier.received_by || event.by === dossier.corrected_by;
  if (fact.type === 'dossier-approved' && own) return 'four-eyes';
  await sql.query('UPDATE dossiers SET status = $2 WHERE dossier_id = $1', [fact.dossierId, to]);
  return null;
};

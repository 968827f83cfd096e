import type { FactOf, Judge } from './judgement.ts';

/** The desk's first fact: it must be the desk and the key that the city enrolled. */
export const judgeEnrolled: Judge<FactOf<'desk-enrolled'>> = async (sql, event, fact) => {
  const rows = await sql.query('SELECT 1 FROM desks WHERE desk_id = $1 AND public_key = $2', [
    fact.desk.deskId,
    fact.deskPublicKey,
  ]);
  return rows.length === 0 || fact.desk.deskId !== event.desk ? 'desk-differs' : null;
};

/** Someone signed in: an officer whom the city knows. */
export const judgeSignedIn: Judge<FactOf<'officer-signed-in'>> = async (sql, _event, fact) => {
  const rows = await sql.query('SELECT 1 FROM officers WHERE officer_id = $1', [fact.officer.officerId]);
  return rows.length === 0 ? 'officer-unknown' : null;
};

/** Signing out is always in order. */
export const judgeSignedOut: Judge<FactOf<'officer-signed-out'>> = async () => null;

import { randomBytes, scryptSync } from 'node:crypto';
import type { CityDatabase } from './city-database.ts';
import { LOCKS } from './locks.ts';
import { practiceBranch, practiceDesk, practiceOfficers, practiceReference } from './practice-city.ts';
import { keepReference } from './publish-reference.ts';

export const CREDENTIAL_COST = 16_384;

/** Puts the practice branch, `desks` desks, its officers and the sample catalogue into an empty city; else nothing. */
export async function seedPractice(database: CityDatabase, desks: number): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1::int)', [LOCKS.start]);
    const [known] = await sql.query<{ n: number }>('SELECT count(*)::int AS n FROM branches');
    if (known !== undefined && known.n > 0) return;
    await sql.query('INSERT INTO branches VALUES ($1, $2)', [
      practiceBranch.branchId,
      JSON.stringify(practiceBranch),
    ]);
    for (let n = 1; n <= desks; n += 1) {
      const desk = practiceDesk(n);
      await sql.query(
        'INSERT INTO desks (desk_id, name, branch_id, enrolment_code) VALUES ($1, $2, $3, $4)',
        [desk.deskId, desk.name, practiceBranch.branchId, desk.code],
      );
    }
    for (const { officer, pin } of practiceOfficers) {
      const salt = randomBytes(16);
      const hash = scryptSync(pin, salt, 32, { N: CREDENTIAL_COST, r: 8, p: 1 });
      await sql.query('INSERT INTO officers VALUES ($1, $2, $3, $4, $5, $6)', [
        officer.officerId,
        practiceBranch.branchId,
        JSON.stringify(officer),
        salt.toString('base64url'),
        hash.toString('base64url'),
        CREDENTIAL_COST,
      ]);
    }
    await keepReference(sql, 1, practiceReference());
  });
}

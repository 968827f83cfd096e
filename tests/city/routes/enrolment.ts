import type { FastifyInstance } from 'fastify';
import { EnrolmentRequest } from '../../../src/shared/contracts/city/enrolment.ts';
import { Desk } from '../../../src/shared/domain/desk/desk.ts';
import { type CityContext, refusing } from '../city-context.ts';

type DeskRow = {
  desk_id: string;
  name: string;
  branch: string;
  public_key: string | null;
  enrolled_at: Date | null;
};

/** `POST /v1/enrolments`: a code serves one key, as often as that key asks. */
export function enrolmentRoute(app: FastifyInstance, city: CityContext): void {
  app.post('/v1/enrolments', async (request, reply) => {
    const asked = EnrolmentRequest.safeParse(request.body);
    if (!asked.success || Buffer.from(asked.data.deskPublicKey, 'base64url').length !== 32)
      throw refusing(400, 'bad-request');
    const { code, deskPublicKey } = asked.data;
    const row = await city.database.transaction(async (sql) => {
      // The first key wins in one statement, so two desks cannot both take the code.
      await sql.query(
        'UPDATE desks SET public_key = $2, enrolled_at = $3 WHERE enrolment_code = $1 AND public_key IS NULL',
        [code, deskPublicKey, city.now().toISOString()],
      );
      const rows = await sql.query<DeskRow>(
        `SELECT d.desk_id, d.name, d.public_key, d.enrolled_at, b.body AS branch
           FROM desks d JOIN branches b USING (branch_id) WHERE d.enrolment_code = $1`,
        [code],
      );
      return rows[0];
    });
    if (row === undefined) throw refusing(404, 'enrolment-code-unknown');
    if (row.public_key !== deskPublicKey) throw refusing(409, 'enrolment-code-used');
    return reply.code(201).send(
      city.key.say({
        desk: Desk.parse({ deskId: row.desk_id, name: row.name, branch: JSON.parse(row.branch) }),
        deskPublicKey,
        cityPublicKey: city.key.publicKey,
        enrolledAt: (row.enrolled_at ?? city.now()).toISOString(),
      }),
    );
  });
}

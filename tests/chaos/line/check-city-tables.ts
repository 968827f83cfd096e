import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { readDossiers } from './check-desk-log.ts';
import type { Ledger } from './ledger.ts';

export type DeskEvidence = {
  readonly deskId: string;
  readonly events: readonly DeskEvent[];
  readonly ledger: Pick<Ledger, 'given' | 'cityHas'>;
};

export type CityExpectations = {
  /** Dossiers that the city was made to refuse, by id: it has none of them and refuses all that is told of them. */
  readonly refused?: ReadonlySet<string>;
  /** Facts may have been refused, as long as their dossiers are there in the end. */
  readonly onceRefused?: boolean;
  /** Code numbers of a desk that the city was made to take for used: voiding such a one is refused as well. */
  readonly refusedNumbers?: (deskId: string, number: number) => boolean;
  /** After a restore the city may lend again what it forgot; then only what is used counts. */
  readonly forgotLeases?: boolean;
};

type DossierRow = {
  readonly dossier_id: string;
  readonly desk_id: string;
  readonly code: string;
  readonly whole: boolean;
};

/** Pages that a dossier names and that do not lie there whole: the database hashes them again itself. */
async function findWrongPages(city: ToldCity): Promise<readonly string[]> {
  const rows = await city.query<{ sha256: string }>(
    `SELECT DISTINCT d.sha256 FROM dossier_pages d LEFT JOIN pages p USING (sha256)
      WHERE p.complete_at IS NULL OR d.sha256 <> (
        SELECT encode(sha256(string_agg(bytes, ''::bytea ORDER BY at_byte)), 'hex')
          FROM page_pieces WHERE page_pieces.sha256 = d.sha256)`,
  );
  return rows.map(({ sha256 }) => sha256);
}

const numberedIn = (city: ToldCity, table: 'receipts' | 'intake_slips') =>
  city.query<{ dossier_id: string; number: number | null }>(`SELECT dossier_id, number FROM ${table}`);

/** I3 and I4: the city's tables, by SQL, against what the desks hold and what their citizens were given. */
export async function checkCityTables(
  city: ToldCity,
  desks: readonly DeskEvidence[],
  expected: CityExpectations = {},
): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const say = (rule: string, what: string) => found.push({ rule, what });
  const ids = desks.map(({ deskId }) => deskId);
  const rows = await city.query<DossierRow>(
    `SELECT dossier_id, desk_id, code, coalesce(complete_seq = content_seq, false) AS whole FROM dossiers
      WHERE desk_id = ANY($1)`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.dossier_id, row]));
  const receipts = Map.groupBy(await numberedIn(city, 'receipts'), (row) => row.dossier_id);
  const slips = Map.groupBy(await numberedIn(city, 'intake_slips'), (row) => row.dossier_id);

  const aliases = await city.query<{ dossier_id: string; provisional_code: string }>(
    'SELECT dossier_id, provisional_code FROM dossier_aliases',
  );
  for (const { deskId, events, ledger } of desks) {
    const dossiers = readDossiers(events);
    for (const { dossierId, printed, pages } of ledger.given()) {
      const row = byId.get(dossierId);
      if (expected.refused?.has(dossierId) === true) {
        if (row !== undefined) say('I4', `${printed.code} was refused and is in the city`);
        continue;
      }
      if (row === undefined) {
        say('I4', `${printed.code} of ${deskId} is not in the city`);
        continue;
      }
      // A provisional code stays known for ever beside the final one.
      const alias = aliases.find((each) => each.dossier_id === dossierId)?.provisional_code;
      const final = dossiers.get(dossierId)?.finalCode ?? printed.code;
      if (row.code !== final || (printed.code !== final && printed.code !== alias))
        say('I4', `${printed.code} is ${row.code} (${alias}) in the city`);
      if (!row.whole) say('I4', `${printed.code} is not whole in the city`);
      const held = await city.query<{ sha256: string }>(
        'SELECT sha256 FROM dossier_pages WHERE dossier_id = $1 ORDER BY sha256',
        [dossierId],
      );
      if (held.map(({ sha256 }) => sha256).join() !== [...pages].sort().join())
        say('I4', `${printed.code} has other pages in the city than were handed in`);
      for (const [paper, given, there] of [
        ['receipt', printed.receipt, receipts.get(dossierId)],
        ['slip', printed.slip, slips.get(dossierId)],
      ] as const)
        if (
          (there ?? []).flatMap(({ number }) => number ?? []).join() !== (given === null ? '' : String(given))
        )
          say('I4', `${printed.code}: ${paper} ${given} was printed, the city has ${there?.[0]?.number}`);
    }
  }
  const givenIds = new Set(desks.flatMap(({ ledger }) => ledger.given().map(({ dossierId }) => dossierId)));
  for (const { dossier_id, code } of rows)
    if (!givenIds.has(dossier_id)) say('I4', `the city has ${code}, which nobody was given`);
  for (const { deskId, ledger } of desks)
    for (const dossierId of ledger.cityHas())
      if (!byId.has(dossierId)) say('I4', `${deskId} said "the city has it" of ${dossierId}, and it has not`);
  for (const sha256 of await findWrongPages(city)) say('I4', `page ${sha256.slice(0, 8)} is not whole`);

  const mayBeRefused = (deskId: string, seq: number): boolean => {
    const fact = desks.find((desk) => desk.deskId === deskId)?.events[seq - 1]?.fact;
    if (fact?.type === 'number-voided' && fact.kind === 'dossier-code')
      return expected.refusedNumbers?.(deskId, fact.number) === true;
    if (fact === undefined || !('dossierId' in fact)) return false;
    return expected.onceRefused === true || expected.refused?.has(fact.dossierId) === true;
  };
  const refused = await city.query<{ desk_id: string; seq: number; type: string; reason_code: string }>(
    `SELECT desk_id, seq, type, reason_code FROM desk_events WHERE outcome = 'refused' AND desk_id = ANY($1)`,
    [ids],
  );
  for (const { desk_id, seq, type, reason_code } of refused)
    if (!mayBeRefused(desk_id, seq))
      say('I4', `the city refused event ${seq} (${type}) of ${desk_id}: ${reason_code}`);
  const conflicts = await city.query<{ desk_id: string; seq: number }>(
    'SELECT desk_id, seq FROM seq_conflicts WHERE desk_id = ANY($1)',
    [ids],
  );
  for (const { desk_id, seq } of conflicts) say('I5', `two events ${seq} of ${desk_id} came to the city`);

  for (const { deskId, events } of desks) {
    const [last] = await city.query<{ seq: number; n: number }>(
      'SELECT coalesce(max(seq), 0)::int AS seq, count(*)::int AS n FROM desk_events WHERE desk_id = $1',
      [deskId],
    );
    if (last?.seq !== events.length || last.n !== events.length)
      say('I4', `the city has ${last?.n} of the ${events.length} events of ${deskId}`);
    if (expected.forgotLeases === true) continue;
    const taken = new Set(
      events.flatMap(({ fact }) =>
        fact.type === 'number-lease-received' ? [String(fact.lease.leaseId)] : [],
      ),
    );
    const lent = await city.query<{ lease_id: string }>('SELECT lease_id FROM leases WHERE desk_id = $1', [
      deskId,
    ]);
    const astray = lent.filter(({ lease_id }) => !taken.has(lease_id)).length;
    if (astray > 0)
      say('I3', `${astray} blocks lent to ${deskId} never reached it: their numbers are unexplained`);
  }
  return [...found, ...findNumbersTwice(desks)];
}

/** The number that a fact puts on a paper or spoils, and whose paper it is. */
function numberOf(fact: DeskEvent['fact']): { leaseId: string; number: number; whose: string } | null {
  if (fact.type === 'number-voided')
    return { leaseId: fact.leaseId, number: fact.number, whose: `spoilt: ${fact.reason}` };
  if (!('leased' in fact) || fact.leased === null) return null;
  return { ...fact.leased, whose: fact.dossierId };
}

/** No code, receipt or slip number of the branch belongs to two dossiers, whichever desk gave it (I3). */
function findNumbersTwice(desks: readonly DeskEvidence[]): readonly Violation[] {
  const found: Violation[] = [];
  const owners = new Map<string, string>();
  for (const { deskId, events } of desks) {
    const scopes = new Map<string, string>();
    for (const { fact } of events)
      if (fact.type === 'number-lease-received') {
        const { lease } = fact;
        const { kind } = lease;
        const scope = kind === 'dossier-code' ? lease.date : kind === 'receipt' ? lease.series : lease.year;
        scopes.set(lease.leaseId, `${kind} ${scope}`);
      }
    for (const { seq, fact } of events) {
      const taken = numberOf(fact);
      if (taken === null) continue;
      const number = `${scopes.get(taken.leaseId)} number ${taken.number}`;
      const owner = owners.get(number);
      if (owner !== undefined && owner !== taken.whose)
        found.push({ rule: 'I3', what: `${number} is given twice, again by event ${seq} of ${deskId}` });
      owners.set(number, taken.whose);
    }
  }
  return found;
}

import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { type CityExpectations, checkCityTables, type DeskEvidence } from './check-city-tables.ts';
import { checkDeskLog } from './check-desk-log.ts';
import { type DeskAtLine, isSettled } from './desk-at-line.ts';

const DRAIN_MS = 90_000;

export type BranchFindings = {
  readonly violations: readonly Violation[];
  readonly eventsOf: ReadonlyMap<string, readonly DeskEvent[]>;
  readonly drainSeconds: number;
};

/**
 * Events that the desk no longer counts as unsent and about which it holds no signed word: it would have to ask again, or
 * not know what was refused.
 */
async function countWordless(desk: DeskAtLine, events: readonly DeskEvent[]): Promise<number> {
  const words = await desk.ask<'city-words'>({ do: 'city-words' });
  if (!words.ok) return events.length;
  const judged = new Set(
    words.value.flatMap(({ statement: { body } }) => ('outcome' in body ? `${body.seq} ${body.hash}` : [])),
  );
  return events.filter(({ seq, hash }) => !judged.has(`${seq} ${hash}`)).length;
}

/** Faults are over: everything must come to rest (I7) and then be what was promised (I1–I6), at the desks and in the city. */
export async function checkBranch(
  city: ToldCity,
  desks: readonly DeskAtLine[],
  expected: CityExpectations = {},
): Promise<BranchFindings> {
  const found: Violation[] = [];
  const eventsOf = new Map<string, readonly DeskEvent[]>();
  const startedMs = performance.now();
  const rests = await Promise.all(desks.map((desk) => desk.settle(DRAIN_MS)));
  const drainSeconds = (performance.now() - startedMs) / 1000;
  const evidence: DeskEvidence[] = [];
  for (const [index, desk] of desks.entries()) {
    const { deskId, ledger } = desk;
    if (rests[index] !== true)
      found.push({
        rule: 'I7',
        what: `${deskId} does not come to rest: ${JSON.stringify(await desk.line())}`,
      });
    const truth = await desk.ask<'truth'>({ do: 'truth', afterSeq: 0 });
    if (!truth.ok) {
      found.push({ rule: 'I1', what: `the journal of ${deskId} does not read: ${truth.failure.code}` });
      continue;
    }
    const { events, dossiers, line } = truth.value;
    eventsOf.set(deskId, events);
    evidence.push({ deskId, events, ledger });
    found.push(...desk.found(), ...checkDeskLog(deskId, events, ledger));

    const wordless = isSettled(line) ? await countWordless(desk, events) : 0;
    if (wordless > 0)
      found.push({ rule: 'truth', what: `${deskId} keeps no word of the city about ${wordless} events` });

    const shown = new Map(dossiers.map((dossier) => [dossier.dossierId, dossier]));
    for (const { dossierId, printed } of ledger.given()) {
      const row = shown.get(dossierId);
      if (row === undefined) found.push({ rule: 'I6', what: `${printed.code} is on no row of the screen` });
      else if (
        isSettled(line) &&
        row.city !== (expected.refused?.has(dossierId) === true ? 'refused' : 'complete')
      )
        found.push({ rule: 'I4', what: `${printed.code} stands as ${row.city} on the screen at rest` });
    }
    const hashes = [...new Set(ledger.given().flatMap(({ pages }) => pages))];
    const lost = await desk.ask<'lost-pages'>({ do: 'lost-pages', hashes });
    for (const sha256 of lost.ok ? lost.value : hashes)
      found.push({ rule: 'I1', what: `${deskId} lost page ${sha256.slice(0, 8)}` });
  }
  found.push(...(await checkCityTables(city, evidence, expected)));
  return { violations: found, eventsOf, drainSeconds };
}

import type { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import type { DossierContent } from '../../src/shared/domain/dossier/dossier-received.ts';
import type { Citizen } from './citizens.ts';
import type { CityTruth } from './city-truth.ts';
import { findBrokenLinks } from './desk-truth.ts';
import type { Seen } from './screen-oracle.ts';
import type { Violation } from './violation.ts';

type Received = { readonly code: string; readonly dossierId: string; readonly contents: DossierContent[] };

function receivedByCode(events: readonly DeskEvent[]): ReadonlyMap<string, readonly Received[]> {
  const byId = new Map<string, Received>();
  const all: Received[] = [];
  for (const { fact } of events) {
    if (fact.type === 'dossier-received') {
      const received = { code: fact.code, dossierId: fact.dossierId, contents: [fact.content] };
      byId.set(fact.dossierId, received);
      all.push(received);
    } else if (fact.type === 'dossier-corrected') byId.get(fact.dossierId)?.contents.push(fact.content);
  }
  return Map.groupBy(all, ({ code }) => code);
}

const codesSeen = (seen: readonly Seen[]): ReadonlySet<string> => new Set(seen.map(({ code }) => code));
const pagesOf = (content: DossierContent): readonly string[] =>
  content.papers.flatMap((paper) => paper.pages.map(({ sha256 }) => sha256));

/** I1 acknowledged and still there as it was handed in; I2, I3 numbers; I5 the chain. */
export function checkJournal(
  events: readonly DeskEvent[],
  seen: readonly Seen[],
  citizens: ReadonlyMap<string, Citizen>,
): readonly Violation[] {
  const found: Violation[] = [];
  const say = (rule: string, what: string) => found.push({ rule, what });
  const received = receivedByCode(events);

  for (const code of codesSeen(seen)) {
    const [dossier, second] = received.get(code) ?? [];
    if (dossier === undefined) {
      say('I1', `${code} was shown as received and is not in the journal`);
      continue;
    }
    if (second !== undefined) say('I3', `${code} was given to two dossiers`);
    for (const content of dossier.contents) {
      const citizen = citizens.get(content.applicant.fullName);
      if (citizen === undefined || content.applicant.phone !== citizen.intake.phone)
        say('I1', `${code} holds another applicant than the one who came`);
      const held = pagesOf(content);
      for (const sha256 of citizen?.pages ?? [])
        if (held.filter((each) => each === sha256).length !== 1)
          say('I1', `${code} lacks page ${sha256.slice(0, 8)}, or has it twice`);
    }
  }

  const codeOf = new Map([...received.values()].flat().map(({ code, dossierId }) => [dossierId, code]));
  const numbers = new Map<string, string[]>();
  for (const { fact } of events) {
    if (
      fact.type !== 'receipt-issued' &&
      fact.type !== 'intake-slip-issued' &&
      fact.type !== 'dossier-received'
    )
      continue;
    // A provisional code is nobody's number.
    if (fact.leased === null) continue;
    const key = `${fact.type} ${fact.leased.leaseId} ${fact.leased.number}`;
    numbers.set(key, [...(numbers.get(key) ?? []), fact.dossierId]);
  }
  for (const [key, holders] of numbers)
    if (holders.length > 1) say('I3', `${key} was used ${holders.length} times`);

  for (const word of seen) {
    if (word.what !== 'number') continue;
    const type = word.paper === 'receipt' ? 'receipt-issued' : 'intake-slip-issued';
    const holders = events.filter(
      ({ fact }) =>
        fact.type === type && codeOf.get(fact.dossierId) === word.code && fact.leased?.number === word.number,
    );
    if (holders.length !== 1)
      say('I2', `${word.paper} ${word.number} of ${word.code} stands ${holders.length} times`);
  }
  const byCitizen = Map.groupBy(
    [...received.values()].flat(),
    ({ contents }) => contents[0]?.applicant.fullName,
  );
  for (const [who, all] of byCitizen)
    if (all.length > 1) say('I2', `what ${who} handed in once is ${all.length} dossiers`);
  for (const [code, all] of received)
    if (all.length > 1) say('I3', `${code} stands ${all.length} times in the journal`);
  for (const seq of findBrokenLinks(events)) say('I5', `event ${seq} does not verify`);
  return found;
}

/** I4: the city has each dossier and each page exactly once, and what the screen said of it is true. */
export function checkCity(
  events: readonly DeskEvent[],
  seen: readonly Seen[],
  city: CityTruth,
): readonly Violation[] {
  const found: Violation[] = [];
  const say = (what: string) => found.push({ rule: 'I4', what });
  const received = receivedByCode(events);
  for (const [code, [dossier]] of received) {
    const times = city.codes.filter((each) => each === code).length;
    if (times !== 1) say(`the city has ${code} ${times} times`);
    if (!city.complete.has(code)) say(`the city does not call ${code} complete`);
    for (const sha256 of pagesOf(dossier?.contents.at(-1) ?? ({ papers: [] } as never)))
      if (!city.pages.has(sha256)) say(`the city lacks page ${sha256.slice(0, 8)} of ${code}`);
  }
  for (const code of city.codes)
    if (!received.has(code)) say(`the city has ${code}, which the desk never received`);
  for (const word of seen) {
    if (word.what === 'city-has' && !city.complete.has(word.code))
      say(`the screen said that the city has ${word.code}; it has not`);
    if (word.what !== 'number') continue;
    const held = word.paper === 'receipt' ? city.receipts : city.slips;
    if (!held.some(({ code, number }) => code === word.code && number === word.number))
      say(`the city does not know ${word.paper} ${word.number} of ${word.code}`);
  }
  for (const sha256 of city.wrongPages) say(`page ${sha256.slice(0, 8)} at the city has other bytes`);
  for (const refusal of city.refused) say(`the city refused event ${refusal}`);
  if (city.conflicts > 0) say(`${city.conflicts} numbers of the log came to the city with two contents`);
  return found;
}

import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { citizenNamed } from '../headless-desk/citizen-content.ts';
import type { Violation } from '../violation.ts';
import { findBrokenLinks } from './chain-holds.ts';
import type { Ledger } from './ledger.ts';

type Held = {
  /** As received, and the final one that a provisional code was replaced by. */
  readonly code: string;
  finalCode: string | null;
  readonly contents: DossierContent[];
  readonly receipts: number[];
  readonly slips: number[];
};

const pagesOf = (content: DossierContent): readonly string[] =>
  content.papers.flatMap((paper) => paper.pages.map(({ sha256 }) => sha256)).sort();

/** The dossiers of one log, read by a fold of its own: as plain lists, nothing of the desk's rules. */
export function readDossiers(events: readonly DeskEvent[]): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  for (const { fact } of events) {
    if (fact.type === 'dossier-received') {
      if (!held.has(fact.dossierId))
        held.set(fact.dossierId, { code: fact.code, finalCode: null, contents: [], receipts: [], slips: [] });
      held.get(fact.dossierId)?.contents.push(fact.content);
    } else if (fact.type === 'dossier-corrected' || fact.type === 'dossier-resent')
      held.get(fact.dossierId)?.contents.push(fact.content);
    else if (fact.type === 'dossier-code-assigned') {
      const dossier = held.get(fact.dossierId);
      if (dossier !== undefined) dossier.finalCode ??= fact.code;
    } else if (fact.type === 'receipt-issued' && fact.leased !== null)
      held.get(fact.dossierId)?.receipts.push(fact.leased.number);
    else if (fact.type === 'intake-slip-issued' && fact.leased !== null)
      held.get(fact.dossierId)?.slips.push(fact.leased.number);
  }
  return held;
}

/** I1, I2 and I5 of one desk's journal against the driver's ledger; numbers used or voided twice at this desk (I3). */
export function checkDeskLog(
  deskId: string,
  events: readonly DeskEvent[],
  ledger: Pick<Ledger, 'given' | 'voided'>,
): readonly Violation[] {
  const found: Violation[] = [];
  const say = (rule: string, what: string) => found.push({ rule, what: `${deskId}: ${what}` });
  for (const seq of findBrokenLinks(events)) say('I5', `event ${seq} does not verify`);

  const held = readDossiers(events);
  for (const { dossierId, intake, printed, pages } of ledger.given()) {
    const dossier = held.get(dossierId);
    if (dossier === undefined) {
      say('I1', `${printed.code} was acknowledged and is not in the journal`);
      continue;
    }
    const newest = dossier.contents.at(-1);
    if (newest?.applicant.personalId !== citizenNamed(intake.citizen).personalId)
      say('I1', `${printed.code} holds another citizen`);
    if (newest === undefined || pagesOf(newest).join() !== [...pages].sort().join())
      say('I1', `${printed.code} has other pages than were handed in`);
    if (newest?.note !== `lần ${intake.version}`) say('I1', `${printed.code} is not the newest version`);
    if (dossier.code !== printed.code && dossier.finalCode !== printed.code)
      say('I2', `${printed.code} is ${dossier.code} in the journal`);
    if (dossier.receipts.join() !== (printed.receipt === null ? '' : String(printed.receipt)))
      say('I2', `${printed.code}: receipt ${printed.receipt} printed, ${dossier.receipts} in the journal`);
    if (dossier.slips.join() !== (printed.slip === null ? '' : String(printed.slip)))
      say('I2', `${printed.code}: slip ${printed.slip} printed, ${dossier.slips} in the journal`);
  }
  const acknowledged = new Set(ledger.given().map(({ dossierId }) => dossierId));
  const citizens = new Map<string, string>();
  for (const [dossierId, { code, contents }] of held) {
    const who = contents[0]?.applicant.personalId ?? '';
    if (citizens.has(who)) say('I2', `one citizen has ${citizens.get(who)} and ${code}`);
    citizens.set(who, code);
    if (!acknowledged.has(dossierId)) say('I2', `${code} is in the journal and nobody was given it`);
  }

  const used = new Map<string, number>();
  for (const { seq, fact } of events) {
    const takes =
      fact.type === 'number-voided'
        ? `${fact.leaseId} ${fact.number}`
        : (fact.type === 'dossier-received' ||
              fact.type === 'receipt-issued' ||
              fact.type === 'intake-slip-issued') &&
            fact.leased !== null
          ? `${fact.leased.leaseId} ${fact.leased.number}`
          : null;
    if (takes === null) continue;
    const before = used.get(takes);
    if (before !== undefined) say('I3', `number ${takes} is taken by events ${before} and ${seq}`);
    used.set(takes, seq);
  }
  const voids = new Set(
    events.flatMap(({ fact }) => (fact.type === 'number-voided' ? [`${fact.kind} ${fact.number}`] : [])),
  );
  for (const { kind, number } of ledger.voided())
    if (!voids.has(`${kind} ${number}`))
      say('I1', `${kind} ${number} was voided and the journal does not know it`);
  return found;
}

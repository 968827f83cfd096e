import type { DeskDoor } from '../../../src/main/bridge/desk-door.ts';
import type { OpenDesk } from '../../../src/main/bridge/open-desk.ts';
import { Instant } from '../../../src/shared/base/dates.ts';
import { CommandId, type DossierId, OfficerId, Sha256 } from '../../../src/shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../../src/shared/base/result.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import { decide } from '../../../src/shared/domain/desk-log/decide.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { openConflicts } from '../../../src/shared/domain/dossier/open-conflicts.ts';
import { findNextNumber } from '../../../src/shared/domain/number-lease/find-next-number.ts';
import type { StoredPage } from '../../../src/shared/domain/page/page.ts';
import { practiceOfficers } from '../../city/practice-city.ts';
import { contentOf } from './citizen-content.ts';
import type { Screen } from './follow-screen.ts';
import { bytesOf } from './made-pages.ts';
import type { Answers, Intake, Order, Printed, Who } from './orders.ts';

type Place = {
  readonly desk: OpenDesk;
  readonly door: DeskDoor;
  readonly screen: Screen;
  readonly findings: readonly string[];
  readonly cityUrl: string;
  readonly enrolCode: string;
  readonly setClock: (offsetMs: number) => void;
};

/** As often as the window tries again when the head moved on. */
const TRIES = 5;
const OFFICER_IDS: Readonly<Record<Who, string>> = { ha: 'ha.nt', tuan: 'tuan.pm', dung: 'dung.lq' };
const ALL = { afterSeq: 0, limit: 1_000_000 };
const nowInstant = (): Instant => Instant.parse(new Date().toISOString());

async function storePages({ desk }: Place, intake: Intake): Promise<Result<readonly StoredPage[], Failure>> {
  const stored: StoredPage[] = [];
  for (const page of intake.pages) {
    const put = await desk.parts.pages.put(bytesOf(page), {
      mediaType: 'image/jpeg',
      width: 1240,
      height: 1754,
      dpi: 150,
    });
    if (!put.ok) return put;
    stored.push(put.value);
  }
  return ok(stored);
}

/** The window's commit: decide on what is known, append, and decide again when main's head has moved on. */
async function commit(
  { desk, screen }: Place,
  command: Command,
  now: Instant,
): Promise<Result<readonly DeskEvent[], Failure>> {
  const reference = desk.reference()?.reference ?? null;
  if (reference === null) return fail('no-reference', 'retry-later');
  let refused: Failure = { code: 'head-moved', remedy: 'retry-later' };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const state = await screen.state();
    const decision = decide(state, command, { now, calendar: reference.calendar, reference });
    if (!decision.ok) return decision;
    // Carried out before: nothing to write.
    if (decision.value.length === 0) return ok([]);
    const appended = await desk.facts.appendForOfficer({
      expectedHead: state.head,
      command: command.commandId,
      facts: decision.value,
    });
    if (appended.ok) return ok(appended.value.events);
    refused = appended.failure;
    if (refused.code !== 'head-moved') break;
  }
  return { ok: false, failure: refused };
}

/** What was printed for a dossier, from durable facts only. */
function printedOf({ desk }: Place, dossierId: string): Result<Printed, Failure> {
  const dossier = desk.facts.state().dossiers.get(dossierId as DossierId); // looked up, not trusted
  if (dossier === undefined) return fail('dossier-unknown', 'call-support');
  const { code, slip, receipt } = dossier;
  return ok({ code, slip: slip?.leased?.number ?? null, receipt: receipt?.leased.number ?? null });
}

/** A correction, and what is sent again, keeps procedure and fees as they were at the intake: they are printed. */
function keepingIntake(desk: OpenDesk, dossierId: string, composed: DossierContent): DossierContent {
  const intake = desk.facts.state().dossiers.get(dossierId as DossierId)?.content; // looked up, not trusted
  return intake === undefined
    ? composed
    : { ...composed, procedure: intake.procedure, feeLines: intake.feeLines };
}

const COMMANDS = {
  receive: 'receive-dossier',
  correct: 'correct-dossier',
  resend: 'resend-dossier',
} as const;

async function takeIn(
  place: Place,
  order: Extract<Order, { do: 'receive' | 'correct' | 'resend' }>,
): Promise<Result<Printed, Failure>> {
  const pages = await storePages(place, order.intake);
  if (!pages.ok) return pages;
  let made = await takeInComposed(place, order, pages.value);
  // New reference data came between composing and deciding: an officer chooses the procedure again.
  for (let tries = 1; tries < TRIES && !made.ok && made.failure.code === 'procedure-outdated'; tries += 1)
    made = await takeInComposed(place, order, pages.value);
  return made.ok ? printedOf(place, order.dossierId) : made;
}

async function takeInComposed(
  place: Place,
  order: Extract<Order, { do: 'receive' | 'correct' | 'resend' }>,
  pages: readonly StoredPage[],
): Promise<Result<readonly DeskEvent[], Failure>> {
  const { desk } = place;
  const reference = desk.reference()?.reference ?? null;
  if (reference === null) return fail('no-reference', 'retry-later');
  const composed = contentOf(order.intake, pages, reference);
  const command = {
    type: COMMANDS[order.do],
    commandId: CommandId.parse(order.commandId),
    dossierId: order.dossierId as DossierId, // made by the driver as the draft makes it
    content: order.do === 'receive' ? composed : keepingIntake(desk, order.dossierId, composed),
  };
  const windowClock = order.do === 'receive' ? order.windowClock : undefined;
  return commit(place, command, windowClock === undefined ? nowInstant() : Instant.parse(windowClock));
}

async function resolveFirst(
  place: Place,
  { commandId, dossierId, resolution }: Extract<Order, { do: 'resolve' }>,
): Promise<Result<Answers['resolve'], Failure>> {
  const log = await place.desk.parts.journal.read(ALL);
  if (!log.ok) return log;
  const done = log.value.events.find(({ command }) => command === commandId)?.fact;
  if (done?.type === 'conflict-resolved') return ok({ cursor: done.cursor });
  const { dossiers } = await place.screen.state();
  const dossier = dossiers.get(dossierId as DossierId); // looked up, not trusted
  const [first] = dossier === undefined ? [] : openConflicts(dossier);
  // The screen has no button for it.
  if (first === undefined) return fail('nothing-asked', 'officer-decides');
  const { cursor, what } = first;
  const made = await commit(
    place,
    {
      type: 'resolve-conflict',
      commandId: CommandId.parse(commandId),
      dossierId: dossierId as DossierId, // found above
      ...{ cursor, what, resolution },
      note: 'Đã hỏi lại công dân.',
    },
    nowInstant(),
  );
  return made.ok ? ok({ cursor }) : made;
}

async function voidNext(
  place: Place,
  order: Extract<Order, { do: 'void-number' }>,
): Promise<Result<Answers['void-number'], Failure>> {
  const { desk } = place;
  const state = desk.facts.state();
  const lease = [...state.leases.values()].find((each) => each.lease.kind === order.kind)?.lease;
  const leased = lease === undefined ? null : findNextNumber(state.leases, lease);
  if (leased === null) return fail('no-number', 'retry-later');
  const command = {
    type: 'void-number' as const,
    commandId: CommandId.parse(order.commandId),
    kind: order.kind,
    ...leased,
    reason: order.reason,
  };
  const made = await commit(place, command, nowInstant());
  if (!made.ok) return made;
  // Carried out before: the number is the one that was spoilt then.
  const said = made.value.length > 0 ? ok({ events: made.value }) : await desk.parts.journal.read(ALL);
  if (!said.ok) return said;
  const fact = said.value.events.find(({ command: by }) => by === order.commandId)?.fact;
  return fact?.type === 'number-voided'
    ? ok({ number: fact.number })
    : fail('nothing-spoilt', 'call-support');
}

async function tellTruth(place: Place, afterSeq: number): Promise<Result<Answers['truth'], Failure>> {
  const { desk, findings } = place;
  const { dossiers } = await place.screen.state();
  const page = await desk.parts.journal.read({ afterSeq, limit: 1_000_000 });
  if (!page.ok) return page;
  return ok({
    deskId: desk.facts.state().desk?.deskId ?? null,
    events: page.value.events,
    headSeq: desk.parts.journal.head().seq,
    dossiers: [...dossiers.values()].map((dossier) => {
      const { dossierId, code, status, contentHash, city, dueAt, content } = dossier;
      const { fullName, phone } = content.applicant;
      return {
        dossierId,
        code,
        status,
        contentHash,
        city: city.kind,
        asks: openConflicts(dossier).map(({ cursor }) => cursor),
        values: { fullName, phone, note: content.note },
        dueAt,
      };
    }),
    findings,
    line: desk.line()?.status() ?? null,
  });
}

/** Does one order and answers with what came of it. */
export async function carryOut(place: Place, order: Order): Promise<Result<Answers[Order['do']], Failure>> {
  const { desk } = place;
  switch (order.do) {
    case 'enrol': {
      const enrolled = await place.door.enrol(place.cityUrl, place.enrolCode);
      return enrolled.ok ? ok(null) : enrolled;
    }
    case 'sign-in': {
      const pin = practiceOfficers.find(({ officer }) => officer.officerId === OFFICER_IDS[order.who])?.pin;
      const signedIn = await desk.session.signIn(OfficerId.parse(OFFICER_IDS[order.who]), pin ?? '');
      return signedIn.ok ? ok(null) : signedIn;
    }
    case 'receive':
    case 'correct':
    case 'resend':
      return takeIn(place, order);
    case 'approve':
    case 'return': {
      const dossierId = order.dossierId as DossierId; // looked up, not trusted
      const contentHash = desk.facts.state().dossiers.get(dossierId)?.contentHash ?? '';
      const commandId = CommandId.parse(order.commandId);
      const made = await commit(
        place,
        order.do === 'approve'
          ? { type: 'approve-dossier', commandId, dossierId, contentHash }
          : { type: 'return-dossier', commandId, dossierId, reason: order.reason },
        nowInstant(),
      );
      return made.ok ? ok(null) : made;
    }
    case 'resolve':
      return resolveFirst(place, order);
    case 'void-number':
      return voidNext(place, order);
    case 'try-line': {
      const line = desk.line();
      return line === null ? fail('no-line', 'retry-later') : ok(await line.tryNow());
    }
    case 'line':
      return ok(desk.line()?.status() ?? null);
    case 'truth':
      return tellTruth(place, order.afterSeq);
    case 'city-words': {
      const heard = await desk.parts.cityLog.read({ after: 0, limit: 1_000_000 });
      return heard.ok ? ok(heard.value.messages.map(({ message }) => message)) : heard;
    }
    case 'lost-pages': {
      const lost: string[] = [];
      for (const hash of order.hashes)
        if (!(await desk.parts.pages.verify(Sha256.parse(hash))).ok) lost.push(hash);
      return ok(lost);
    }
    case 'set-clock':
      place.setClock(order.offsetMs);
      return ok(null);
    case 'close':
      await desk.close();
      return ok(null);
  }
}

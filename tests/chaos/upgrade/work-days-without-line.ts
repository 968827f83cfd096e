import { v7 } from 'uuid';
import { Instant } from '../../../src/shared/base/dates.ts';
import { CommandId, type DossierId, OfficerId } from '../../../src/shared/base/ids.ts';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { ReferenceData } from '../../../src/shared/contracts/city/reference.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import type { NumberKind } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { DossierPage, StoredPage } from '../../../src/shared/domain/page/page.ts';
import { practiceOfficers } from '../../city/practice-city.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { PROCEDURES } from '../headless-desk/citizen-content.ts';
import { bytesOf } from '../headless-desk/made-pages.ts';
import type { Intake, MadePage } from '../headless-desk/orders.ts';
import { dumpCity } from './city-rows.ts';
import type { CityRows, MadeProfile } from './made-profile.ts';
import { loadPreviousCode } from './previous-code.ts';
import { composeByPreviousCode, pagesFor } from './previous-intake.ts';

const PASSPHRASE = 'bốn con trâu qua cầu';
/** Sent on the first morning, so that the older program's verdicts lie in the profile too. */
const SENT = 55;
/** Numbers of one day's block. */
const A_DAY = 100;
const SOON_MS = 60_000;

const must = <T>(what: string, result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(`${what}: ${result.failure.code} ${JSON.stringify(result.failure.facts)}`);
  return result.value;
};

async function until(what: string, holds: () => boolean): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > SOON_MS) throw new Error(`not within ${SOON_MS / 1000} s: ${what}`);
    await new Promise((settle) => setTimeout(settle, 20));
  }
}

/**
 * A practice desk of the older program: enrolled, `SENT` dossiers with the city, then the line is gone for a week in
 * which `dossiers` are received, some signed off, returned and put right, some numbers spoilt, and three drafts left.
 */
export async function workDaysWithoutLine(options: {
  readonly source: string;
  readonly commit: string;
  readonly profile: string;
  readonly seed: number;
  readonly dossiers: number;
  readonly moveClockTo: (day: number, minute: number) => void;
}): Promise<{ readonly made: MadeProfile; readonly city: CityRows }> {
  const code = await loadPreviousCode(options.source);
  const random = seededRandom(options.seed);
  const city = await code.startCity({ desks: 1 });
  const nowInstant = (): Instant => Instant.parse(new Date().toISOString());
  const parts = must(
    'open',
    await code.openParts({
      profile: options.profile,
      keyKeeper: {
        isAvailable: async () => false,
        encrypt: async (bytes) => bytes,
        decrypt: async (bytes) => bytes,
      },
      passphrase: PASSPHRASE,
      now: nowInstant,
      newId: () => v7(),
    }),
  );
  const log = {
    tell: () => undefined,
    defect: (where: string, defect: unknown) => console.error(where, defect),
  };
  const desk = await code.openDesk(parts, log, () => undefined);
  const enrolled = must(
    'enrol',
    await code.enrol(
      { deskPublicKey: parts.signer.publicKey, verify: code.verifyBytes, hasNetwork: () => true },
      { cityUrl: city.url, code: Object.values(city.codes)[0] ?? '' },
    ),
  );
  must(
    'enrolment',
    await desk.facts.appendForDesk(
      CommandId.parse(v7()),
      [
        {
          type: 'desk-enrolled',
          desk: enrolled.desk,
          deskPublicKey: parts.signer.publicKey,
          cityPublicKey: enrolled.cityPublicKey,
          cityUrl: city.url,
        },
      ],
      null,
    ),
  );
  await desk.startLine(city.url);
  await until('numbers lent', () => desk.facts.state().leases.size > 0 && desk.reference() !== null);
  const reference = desk.reference();
  if (reference === null) throw new Error('no reference data');

  const given = new Map<string, { intake: Intake; by: string }>();
  const voided: { kind: string; number: number }[] = [];
  const signIn = async (officerId: string): Promise<void> => {
    const pin = practiceOfficers.find(({ officer }) => officer.officerId === officerId)?.pin ?? '';
    must('sign in', await desk.session.signIn(OfficerId.parse(officerId), pin));
  };
  async function commit(command: Command): Promise<void> {
    const state = desk.facts.state();
    const facts = must(
      command.type,
      code.decide(state, command, { now: nowInstant(), calendar: reference?.calendar, reference } as never),
    );
    must(
      command.type,
      await desk.facts.appendForOfficer({ expectedHead: state.head, command: command.commandId, facts }),
    );
  }
  async function shownPages(intake: Intake): Promise<DossierPage[]> {
    const stored: StoredPage[] = [];
    for (const page of intake.pages)
      stored.push(
        must(
          'page',
          await parts.pages.put(bytesOf(page), {
            mediaType: 'image/jpeg',
            width: 1240,
            height: 1754,
            dpi: 150,
          }),
        ),
      );
    return stored.map((page) => ({
      ...page,
      pageId: v7(),
      rotation: 0,
      source: 'scanner',
      origin: `citizen ${intake.citizen}`,
    }));
  }
  async function takeIn(by: string, pages: readonly MadePage[]): Promise<void> {
    const procedure = PROCEDURES[Math.floor(random.next() * PROCEDURES.length)] ?? PROCEDURES[0];
    const intake: Intake = { citizen: 50_000 + given.size, version: 1, procedure, pages };
    const dossierId = v7() as DossierId; // as the draft makes it
    const content = composeByPreviousCode(code, reference as ReferenceData, intake, await shownPages(intake));
    await commit({ type: 'receive-dossier', commandId: CommandId.parse(dossierId), dossierId, content });
    given.set(dossierId, { intake, by });
  }
  async function signOffSome(dossierIds: readonly string[]): Promise<void> {
    const returned: DossierId[] = [];
    await signIn('dung.lq');
    for (const each of dossierIds) {
      const dossierId = each as DossierId; // a key of the desk's own state
      const { contentHash } = desk.facts.state().dossiers.get(dossierId) ?? { contentHash: '' };
      const commandId = CommandId.parse(v7());
      if (random.chance(0.6)) await commit({ type: 'approve-dossier', commandId, dossierId, contentHash });
      else if (random.chance(0.3)) {
        await commit({ type: 'return-dossier', commandId, dossierId, reason: 'Thiếu trang hai của tờ khai' });
        returned.push(dossierId);
      }
    }
    for (const dossierId of returned) {
      const before = given.get(dossierId);
      if (before === undefined || random.chance(0.3)) continue;
      await signIn(before.by);
      const intake = { ...before.intake, version: 2, pages: pagesFor(random) };
      const intakeContent = desk.facts.state().dossiers.get(dossierId)?.content;
      const content = composeByPreviousCode(
        code,
        reference as ReferenceData,
        intake,
        await shownPages(intake),
      );
      await commit({
        type: 'correct-dossier',
        commandId: CommandId.parse(v7()),
        dossierId,
        content: { ...content, feeLines: intakeContent?.feeLines ?? [] },
      });
      given.set(dossierId, { ...before, intake });
    }
  }

  // The first morning, the line whole.
  await signIn('ha.nt');
  for (let n = 0; n < SENT; n += 1) await takeIn('ha.nt', []);
  await signOffSome([...given.keys()].slice(0, 5));
  const sent = [...given.keys()];
  await desk.line()?.tryNow();
  const isSent = (): boolean => {
    const status = desk.line()?.status();
    return status?.unsentEvents === 0 && status.unsentPages === 0 && status.unsentDossiers === 0;
  };
  await until('the first morning sent', isSent);
  // The desk asks for further numbers ten minutes later at the earliest.
  options.moveClockTo(0, 15);
  const leases = desk.facts.state().leases.size;
  await until('more numbers lent', () => {
    void desk.line()?.tryNow();
    return desk.facts.state().leases.size > leases && isSent();
  });
  const rows = await dumpCity(city.query);
  await city.stop();

  const days = [A_DAY - SENT, A_DAY, A_DAY, A_DAY, A_DAY, 0, 0, A_DAY];
  let left = options.dossiers;
  for (const [day, most] of days.entries()) {
    const today: string[] = [];
    options.moveClockTo(day, 30);
    const officerId = random.chance(0.5) ? 'ha.nt' : 'tuan.pm';
    if (most > 0) await signIn(officerId);
    const spoilt = day === 2 || day === 3 ? 2 : 0;
    for (let n = 0; n < Math.min(most - spoilt, left); n += 1) {
      await takeIn(officerId, pagesFor(random));
      today.push([...given.keys()].at(-1) ?? '');
    }
    left -= today.length;
    for (const kind of spoilt > 0 ? (['dossier-code', 'receipt'] as readonly NumberKind[]) : []) {
      const state = desk.facts.state();
      const lease = [...state.leases.values()].find(
        (each) =>
          each.lease.kind === kind &&
          each.next <= each.lease.to &&
          (each.lease.kind !== 'dossier-code' || each.lease.date === new Date().toISOString().slice(0, 10)),
      )?.lease;
      const leased = lease === undefined ? null : code.findNextNumber(state.leases, lease);
      if (leased === null) throw new Error(`no ${kind} to spoil`);
      const commandId = CommandId.parse(v7());
      await commit({ type: 'void-number', commandId, kind, ...leased, reason: 'In hỏng giấy' });
      voided.push({ kind, number: leased.number });
    }
    if (today.length > 0) await signOffSome(today.slice(0, 25));
  }
  if (left > 0) throw new Error(`${left} dossiers found no number`);

  const drafts: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const at = nowInstant();
    const intake: Intake = {
      citizen: 60_000 + n,
      version: 1,
      procedure: PROCEDURES[0],
      pages: pagesFor(random),
    };
    const content = composeByPreviousCode(code, reference, intake, n === 0 ? [] : await shownPages(intake));
    const draft: IntakeDraft = {
      draftId: v7(),
      officerId: OfficerId.parse('ha.nt'),
      startedAt: at,
      updatedAt: at,
      procedureCode: n === 0 ? null : content.procedure.code,
      applicant: { ...content.applicant, birthDate: '', sex: null },
      delegation: null,
      papers: n === 0 ? [] : content.papers,
      loosePages: [],
      feeLines: content.feeLines,
      paymentMethod: 'cash',
      resultDelivery: 'at-desk',
      note: `để dở ${n}`,
      correctionOf: null,
    };
    must('draft', await desk.drafts.keep(draft));
    drafts.push(draft.draftId);
  }

  // Nobody sits there when it is closed: the next start adds nothing.
  must('sign out', await desk.session.signOut());
  const page = must('journal', await parts.journal.read({ afterSeq: 0, limit: 1_000_000 }));
  const state = desk.facts.state();
  const made: MadeProfile = {
    commit: options.commit,
    seed: options.seed,
    passphrase: PASSPHRASE,
    deskId: enrolled.desk.deskId,
    cityPublicKey: enrolled.cityPublicKey,
    closedAt: nowInstant(),
    head: page.head,
    hashes: page.events.map(({ hash }) => hash),
    given: [...given].map(([dossierId, { intake }]) => {
      const dossier = state.dossiers.get(dossierId as DossierId); // a key of the desk's own state
      if (dossier === undefined) throw new Error(`${dossierId} is not there`);
      return {
        dossierId,
        intake,
        printed: {
          code: dossier.code,
          slip: dossier.slip?.leased?.number ?? null,
          receipt: dossier.receipt?.leased.number ?? null,
        },
        status: dossier.status,
        contentHash: dossier.contentHash,
      };
    }),
    sent,
    voided,
    drafts,
  };
  await desk.close();
  return { made, city: rows };
}

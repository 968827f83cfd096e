import { v7 } from 'uuid';
import { seededRandom } from '../../support/seeded-random.ts';
import type { Intake, Order } from '../headless-desk/orders.ts';
import { madeIntake, pause } from '../line/desk-at-line.ts';
import type { CityAsking } from './city-asking.ts';
import type { CityRefusing } from './city-refusing.ts';
import type { Expected, ModelDossier } from './desk-model.ts';
import type { Seat } from './play-steps.ts';
import type { Step } from './steps.ts';

type Acted = 'receive' | 'correct' | 'resend' | 'approve' | 'return' | 'resolve' | 'void-number';
type StepOf<A extends Step['act']> = Extract<Step, { act: A }>;

const nextVersion = (intake: Intake, seed: number): Intake => ({
  ...madeIntake(intake.citizen, intake.version + 1, seededRandom(seed)),
  procedure: intake.procedure,
});

/** What officers do at a desk and on its model at once; `say` hears where the two differ. */
export function createOfficerActs(parts: {
  readonly asking: CityAsking;
  readonly refusing: CityRefusing;
  readonly say: (at: number, what: string) => void;
}) {
  const { asking, refusing, say } = parts;
  let refusedTries = 0;
  let sentAgain = 0;

  /** The order, given until it is answered; the power may go meanwhile. */
  async function orderAt<D extends Acted>(
    { desk }: Seat,
    who: Extract<Step, { who: unknown }>['who'],
    killAfterMs: number | null,
    order: Extract<Order, { do: D }>,
  ) {
    // Signed in first, so that the power goes while the order is carried out.
    await desk.signIn(who);
    const dying = killAfterMs === null ? Promise.resolve() : pause(killAfterMs).then(desk.kill);
    const answer = await desk.insist<D>(who, order);
    await dying;
    return answer;
  }

  const compare = (at: number, expected: Expected, came: string): boolean => {
    if (expected !== 'ok') refusedTries += 1;
    if (came !== expected) say(at, `expected ${expected}, came ${came}`);
    return came === 'ok' && expected === 'ok';
  };

  /**
   * An order about a dossier, given and held to the model, where a word of the city may ask for something else first.
   * @returns its answer when it was carried out as it should be, else null
   */
  async function judged<D extends Acted>(
    at: number,
    seat: Seat,
    dossier: ModelDossier,
    may: () => Expected,
    give: () => ReturnType<typeof orderAt<D>>,
  ) {
    const before = await asking.seen(seat, dossier.dossierId);
    const answer = await give();
    const came = answer.ok ? 'ok' : answer.failure.code;
    const expected = await asking.expected(may(), came, before, seat, dossier);
    return compare(at, expected, came) && answer.ok ? answer : null;
  }

  async function receive(
    at: number,
    step: StepOf<'receive' | 'receive-elsewhere'>,
    seat: Seat,
    intake: Intake,
  ): Promise<void> {
    const { desk, model } = seat;
    const dossierId = v7();
    const order = { do: 'receive', commandId: v7(), dossierId, intake } as const;
    const answer = await orderAt<'receive'>(seat, step.who, step.killAfterMs, order);
    if (!compare(at, model.mayReceive(step.who), answer.ok ? 'ok' : answer.failure.code) || !answer.ok)
      return;
    desk.ledger.gave(dossierId, intake, answer.value);
    const wrong = model.received(dossierId, intake, answer.value, step.who);
    if (wrong !== null) say(at, wrong);
  }

  async function resolve(
    at: number,
    { who, accept, killAfterMs }: StepOf<'resolve'>,
    seat: Seat,
    dossier: ModelDossier,
  ): Promise<void> {
    const { dossierId } = dossier;
    const before = await asking.seen(seat, dossierId);
    const resolution = accept ? ('accept-city' as const) : ('keep-desk' as const);
    const order = { do: 'resolve', commandId: v7(), dossierId, resolution } as const;
    const answer = await orderAt<'resolve'>(seat, who, killAfterMs, order);
    const wrong = await asking.resolved({ seat, dossier, who, accept, before, answer });
    if (wrong !== null) say(at, wrong);
    if (!answer.ok) refusedTries += 1;
  }

  async function resend(
    at: number,
    step: Pick<StepOf<'resend'>, 'who' | 'killAfterMs' | 'intakeSeed'>,
    seat: Seat,
    dossier: ModelDossier,
  ): Promise<void> {
    const { desk, model } = seat;
    const { dossierId } = dossier;
    if (!(await refusing.isRefused(desk.deskId, dossierId))) return;
    await refusing.mend(desk.deskId, dossier);
    const heard = await asking.isShownRefused(seat, dossierId);
    const intake = nextVersion(dossier.intake, step.intakeSeed);
    const order = { do: 'resend', commandId: v7(), dossierId, intake } as const;
    const answer = await orderAt<'resend'>(seat, step.who, step.killAfterMs, order);
    const came = answer.ok ? 'ok' : answer.failure.code;
    // The desk may not have heard of it yet.
    if (!heard && came === 'not-refused') return;
    if (!compare(at, model.mayResend(step.who), came) || !answer.ok) return;
    sentAgain += 1;
    desk.ledger.gave(dossierId, intake, answer.value);
    model.sentAgain(dossier, intake, step.who);
  }

  async function voidNumber(
    at: number,
    { kind, killAfterMs }: StepOf<'void-number'>,
    seat: Seat,
  ): Promise<void> {
    const { desk, model } = seat;
    const commandId = v7();
    const order = { do: 'void-number', commandId, kind, reason: 'giấy kẹt' } as const;
    const answer = await orderAt<'void-number'>(seat, 'ha', killAfterMs, order);
    if (!compare(at, 'ok', answer.ok ? 'ok' : answer.failure.code) || !answer.ok) return;
    desk.ledger.voidedNumber(kind, answer.value.number);
    const wrong = model.voided(kind, answer.value.number);
    if (wrong !== null) say(at, wrong);
  }

  async function correct(
    at: number,
    step: StepOf<'correct'>,
    seat: Seat,
    dossier: ModelDossier,
  ): Promise<void> {
    const { desk, model } = seat;
    const intake = nextVersion(dossier.intake, step.intakeSeed);
    const { dossierId } = dossier;
    const order = { do: 'correct', commandId: v7(), dossierId, intake } as const;
    const may = () => model.mayCorrect(step.who, dossier);
    const given = await judged<'correct'>(at, seat, dossier, may, () =>
      orderAt<'correct'>(seat, step.who, step.killAfterMs, order),
    );
    if (given === null) return;
    desk.ledger.gave(dossierId, intake, given.value);
    const wrong = model.corrected(dossier, intake, given.value, step.who);
    if (wrong !== null) say(at, wrong);
  }

  async function decide(
    at: number,
    step: StepOf<'approve' | 'return'>,
    seat: Seat,
    dossier: ModelDossier,
  ): Promise<void> {
    const { model } = seat;
    const ids = { commandId: v7(), dossierId: dossier.dossierId };
    const may = () => model.mayDecide(step.who, dossier);
    const { who, killAfterMs } = step;
    const given = await judged<'approve' | 'return'>(at, seat, dossier, may, () =>
      step.act === 'approve'
        ? orderAt<'approve'>(seat, who, killAfterMs, { do: 'approve', ...ids })
        : orderAt<'return'>(seat, who, killAfterMs, {
            do: 'return',
            reason: 'Ảnh mờ, đề nghị quét lại.',
            ...ids,
          }),
    );
    if (given !== null) model.decided(dossier, step.act);
  }

  return {
    receive,
    resolve,
    resend,
    voidNumber,
    correct,
    decide,
    /** Orders that were rightly refused. */
    refusedTries: () => refusedTries,
    /** Refused dossiers that were sent again. */
    sentAgain: () => sentAgain,
  };
}

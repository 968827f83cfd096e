import { v7 } from 'uuid';
import { seededRandom } from '../../support/seeded-random.ts';
import type { Intake, Order } from '../headless-desk/orders.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { checkBranch } from '../line/check-branch.ts';
import { type DeskAtLine, madeIntake, openDeskAtLine, pause } from '../line/desk-at-line.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { createCityAsking } from './city-asking.ts';
import { createCityRefusing } from './city-refusing.ts';
import { createDeskModel, type DeskModel, type Expected, type ModelDossier } from './desk-model.ts';
import { findDifferences } from './find-differences.ts';
import type { Step } from './steps.ts';

export type Played = {
  readonly violations: readonly Violation[];
  readonly dossiers: number;
  readonly kills: number;
  readonly refusedTries: number;
  readonly sentAgain: number;
  /** Words of the city that an officer decided. */
  readonly decided: number;
};

export type Seat = { readonly desk: DeskAtLine; readonly model: DeskModel };
const SETTLE_MS = 60_000;
type Acted = 'receive' | 'correct' | 'resend' | 'approve' | 'return' | 'resolve' | 'void-number';

/**
 * Carries out the steps on two fresh desks of `city` (numbers `firstDesk` and the next) and on the model at once, then
 * heals everything and compares: desks with model, city with both.
 */
export async function playSteps(
  steps: readonly Step[],
  place: {
    readonly city: ToldCity;
    readonly firstDesk: number;
    readonly root: string;
    readonly without?: ProtectionName | undefined;
  },
): Promise<Played> {
  const { city, firstDesk, root, without } = place;
  const violations: Violation[] = [];
  let refusedTries = 0;
  let sentAgain = 0;
  const seats: Seat[] = [];
  for (const n of [firstDesk, firstDesk + 1])
    seats.push({ desk: await openDeskAtLine({ city, n, root, without }), model: createDeskModel() });
  const asking = createCityAsking(city);
  const refusing = createCityRefusing(city);
  const say = (at: number, what: string): void =>
    void violations.push({ rule: 'model', what: `step ${at} ${JSON.stringify(steps[at])}: ${what}` });

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

  type StepOf<A extends Step['act']> = Extract<Step, { act: A }>;

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

  async function play(at: number, step: Step): Promise<void> {
    const seat = 'desk' in step ? seats[step.desk] : undefined;
    switch (step.act) {
      case 'wait':
        return pause(step.ms);
      case 'rest':
        for (const each of seats) {
          await each.desk.settle(SETTLE_MS);
          await asking.heardAll(each, SETTLE_MS);
        }
        return;
      case 'kill-city':
        await city.kill();
        await city.start();
        for (const { desk } of seats) desk.plug.aim(city.address().url);
        return;
      case 'publish':
        return void (await city.publish());
      case 'forget-sessions':
        return void (await city.query('DELETE FROM sessions'));
    }
    if (seat === undefined) return;
    const { desk, model } = seat;
    switch (step.act) {
      case 'kill':
        return desk.kill();
      case 'reopen':
        await desk.close();
        return void (await desk.open());
      case 'unplug':
        return desk.plug.unplug();
      case 'plug-in':
        return desk.plug.plugIn();
      case 'cut':
        return desk.plug.cutAt({ call: new RegExp(step.call), place: step.place, share: step.share });
      case 'poison':
        return refusing.refuseCode(desk.deskId, model.poisonAhead(step.ahead));
      case 'city-withdraws':
      case 'city-changes': {
        const dossier = model.pick(step.pick);
        return dossier === undefined ? undefined : asking.say(step, dossier);
      }
      case 'resolve': {
        const dossier = model.pick(step.pick);
        if (dossier !== undefined) await resolve(at, step, seat, dossier);
        return;
      }
      case 'resend': {
        const dossier = model.pickRefused(step.pick);
        if (dossier !== undefined) await resend(at, step, seat, dossier);
        return;
      }
      case 'receive-elsewhere': {
        const other = seats[1 - step.desk]?.model.pick(step.pick);
        if (other === undefined || model.knows(other.intake.citizen)) return;
        return receive(at, step, seat, other.intake);
      }
      case 'void-number': {
        const { kind, killAfterMs } = step;
        const commandId = v7();
        const order = { do: 'void-number', commandId, kind, reason: 'giấy kẹt' } as const;
        const answer = await orderAt<'void-number'>(seat, 'ha', killAfterMs, order);
        if (!compare(at, 'ok', answer.ok ? 'ok' : answer.failure.code) || !answer.ok) return;
        desk.ledger.voidedNumber(kind, answer.value.number);
        const wrong = model.voided(kind, answer.value.number);
        if (wrong !== null) say(at, wrong);
        return;
      }
      case 'receive': {
        return receive(at, step, seat, desk.nextIntake(seededRandom(step.intakeSeed)));
      }
      case 'correct': {
        const dossier = model.pick(step.pick);
        if (dossier === undefined) return;
        const intake = nextVersion(dossier.intake, step.intakeSeed);
        const { dossierId } = dossier;
        const order = { do: 'correct', commandId: v7(), dossierId, intake } as const;
        const before = await asking.seen(seat, dossierId);
        const answer = await orderAt<'correct'>(seat, step.who, step.killAfterMs, order);
        const came = answer.ok ? 'ok' : answer.failure.code;
        const expected = await asking.expected(
          model.mayCorrect(step.who, dossier),
          came,
          before,
          seat,
          dossier,
        );
        if (!compare(at, expected, came) || !answer.ok) return;
        desk.ledger.gave(dossierId, intake, answer.value);
        const wrong = model.corrected(dossier, intake, answer.value, step.who);
        if (wrong !== null) say(at, wrong);
        return;
      }
      case 'approve':
      case 'return': {
        const dossier = model.pick(step.pick);
        if (dossier === undefined) return;
        const { dossierId } = dossier;
        const ids = { commandId: v7(), dossierId };
        const before = await asking.seen(seat, dossierId);
        const answer =
          step.act === 'approve'
            ? await orderAt<'approve'>(seat, step.who, step.killAfterMs, { do: 'approve', ...ids })
            : await orderAt<'return'>(seat, step.who, step.killAfterMs, {
                do: 'return',
                reason: 'Ảnh mờ, đề nghị quét lại.',
                ...ids,
              });
        const came = answer.ok ? 'ok' : answer.failure.code;
        const expected = await asking.expected(
          model.mayDecide(step.who, dossier),
          came,
          before,
          seat,
          dossier,
        );
        if (compare(at, expected, came)) model.decided(dossier, step.act);
        return;
      }
    }
  }

  /** Faults are over: what the city refused is put right and sent again under its number. */
  async function sendRefusedAgain(seat: Seat): Promise<void> {
    for (const dossier of seat.model.all()) {
      if (!dossier.poisoned) continue;
      const before = sentAgain;
      await resend(
        steps.length,
        { who: 'ha', killAfterMs: null, intakeSeed: dossier.intake.citizen },
        seat,
        dossier,
      );
      if (sentAgain === before)
        violations.push({ rule: 'model', what: `${dossier.printed.code} cannot be sent again` });
    }
  }

  try {
    // Enrolled and with numbers: from here on anything may fail.
    for (const { desk } of seats)
      if (!(await desk.settle(SETTLE_MS))) violations.push({ rule: 'I7', what: 'no first settling' });
    for (const [at, step] of steps.entries()) await play(at, step);
    for (const { desk } of seats) {
      desk.plug.cutAt(null);
      await desk.plug.plugIn();
    }
    if (seats.some(({ model }) => model.all().some(({ poisoned }) => poisoned))) {
      for (const { desk } of seats) await desk.settle(SETTLE_MS);
      for (const seat of seats) await sendRefusedAgain(seat);
    }
    for (const { desk } of seats) await desk.settle(SETTLE_MS);
    const deciding = await asking.decideAll(seats, SETTLE_MS);
    violations.push(...deciding.map((what) => ({ rule: 'model', what })));
    // Refused facts stay refused in the city's book; the dossiers themselves are there now.
    const last = await checkBranch(
      city,
      seats.map(({ desk }) => desk),
      { onceRefused: true },
    );
    violations.push(...last.violations);
    for (const seat of seats)
      violations.push(...(await findDifferences(city, seat)).map((what) => ({ rule: 'model', what })));
    return {
      violations,
      dossiers: seats.reduce((sum, { model }) => sum + model.all().length, 0),
      kills: seats.reduce((sum, { desk }) => sum + desk.kills(), 0),
      refusedTries,
      sentAgain,
      decided: asking.decided(),
    };
  } finally {
    for (const { desk } of seats) {
      await desk.kill();
      await desk.plug.close();
    }
  }
}

const nextVersion = (intake: Intake, seed: number): Intake => ({
  ...madeIntake(intake.citizen, intake.version + 1, seededRandom(seed)),
  procedure: intake.procedure,
});

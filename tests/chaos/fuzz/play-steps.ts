import { v7 } from 'uuid';
import { seededRandom } from '../../support/seeded-random.ts';
import type { Intake, Order } from '../headless-desk/orders.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { checkBranch } from '../line/check-branch.ts';
import { type DeskAtLine, madeIntake, openDeskAtLine, pause } from '../line/desk-at-line.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { createDeskModel, type DeskModel, type Expected } from './desk-model.ts';
import type { Step } from './steps.ts';

export type Played = {
  readonly violations: readonly Violation[];
  readonly dossiers: number;
  readonly kills: number;
  readonly refusedTries: number;
  readonly sentAgain: number;
};

type Seat = { readonly desk: DeskAtLine; readonly model: DeskModel };
const SETTLE_MS = 60_000;

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
  const say = (at: number, what: string): void =>
    void violations.push({ rule: 'model', what: `step ${at} ${JSON.stringify(steps[at])}: ${what}` });

  /** The order, given until it is answered; the power may go meanwhile. */
  async function orderAt<D extends 'receive' | 'correct' | 'approve' | 'return' | 'void-number'>(
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

  async function play(at: number, step: Step): Promise<void> {
    const seat = 'desk' in step ? seats[step.desk] : undefined;
    switch (step.act) {
      case 'wait':
        return pause(step.ms);
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
        return poisonCode(seat, step.ahead);
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
        const intake = desk.nextIntake(seededRandom(step.intakeSeed));
        const dossierId = v7();
        const order = { do: 'receive', commandId: v7(), dossierId, intake } as const;
        const answer = await orderAt<'receive'>(seat, step.who, step.killAfterMs, order);
        if (!compare(at, model.mayReceive(step.who), answer.ok ? 'ok' : answer.failure.code) || !answer.ok)
          return;
        desk.ledger.gave(dossierId, intake, answer.value);
        const wrong = model.received(dossierId, intake, answer.value);
        if (wrong !== null) say(at, wrong);
        return;
      }
      case 'correct': {
        const dossier = model.pick(step.pick);
        if (dossier === undefined) return;
        const intake = nextVersion(dossier.intake, step.intakeSeed);
        const { dossierId } = dossier;
        const order = { do: 'correct', commandId: v7(), dossierId, intake } as const;
        const answer = await orderAt<'correct'>(seat, step.who, step.killAfterMs, order);
        const expected = model.mayCorrect(step.who, dossier);
        if (!compare(at, expected, answer.ok ? 'ok' : answer.failure.code) || !answer.ok) return;
        desk.ledger.gave(dossierId, intake, answer.value);
        const wrong = model.corrected(dossier, intake, answer.value);
        if (wrong !== null) say(at, wrong);
        return;
      }
      case 'approve':
      case 'return': {
        const dossier = model.pick(step.pick);
        if (dossier === undefined) return;
        const { dossierId } = dossier;
        const ids = { commandId: v7(), dossierId };
        const answer =
          step.act === 'approve'
            ? await orderAt<'approve'>(seat, step.who, step.killAfterMs, { do: 'approve', ...ids })
            : await orderAt<'return'>(seat, step.who, step.killAfterMs, {
                do: 'return',
                reason: 'Ảnh mờ, đề nghị quét lại.',
                ...ids,
              });
        const expected = model.mayDecide(step.who, dossier);
        if (compare(at, expected, answer.ok ? 'ok' : answer.failure.code)) model.decided(dossier, step.act);
        return;
      }
    }
  }

  /** The city holds the number as used already, as if it had been given to another: it refuses whoever brings it. */
  async function poisonCode({ desk, model }: Seat, ahead: number): Promise<void> {
    const number = model.poisonAhead(ahead);
    await city.query(
      `INSERT INTO used_numbers (scope, number, lease_id, dossier_id, voided)
         SELECT scope, $2::int, lease_id, NULL, true FROM leases
          WHERE desk_id = $1 AND kind = 'dossier-code' AND from_number <= $2::int AND to_number >= $2::int
         ON CONFLICT DO NOTHING`,
      [desk.deskId, number],
    );
  }

  /** Faults are over: what the city refused is put right and sent again under its number. */
  async function sendRefusedAgain({ desk, model }: Seat): Promise<void> {
    for (const dossier of model.all()) {
      if (!dossier.poisoned) continue;
      await city.query(
        "DELETE FROM used_numbers WHERE dossier_id IS NULL AND number = $1 AND lease_id IN (SELECT lease_id FROM leases WHERE desk_id = $2 AND kind = 'dossier-code')",
        [Number(dossier.printed.code.split('-').at(-1)), desk.deskId],
      );
      const intake = nextVersion(dossier.intake, dossier.intake.citizen);
      const { dossierId } = dossier;
      const answer = await desk.insist<'resend'>('ha', { do: 'resend', commandId: v7(), dossierId, intake });
      if (!answer.ok) {
        violations.push({
          rule: 'model',
          what: `${dossier.printed.code} cannot be sent again: ${answer.failure.code}`,
        });
        continue;
      }
      sentAgain += 1;
      desk.ledger.gave(dossierId, intake, answer.value);
      model.sentAgain(dossier, intake);
    }
  }

  async function compareStatuses({ desk, model }: Seat): Promise<void> {
    const truth = await desk.ask<'truth'>({ do: 'truth', afterSeq: 0 });
    const shown = new Map((truth.ok ? truth.value.dossiers : []).map((row) => [row.dossierId, row.status]));
    const rows = await city.query<{ dossier_id: string; status: string }>(
      'SELECT dossier_id, status FROM dossiers WHERE desk_id = $1',
      [desk.deskId],
    );
    const held = new Map(rows.map((row) => [row.dossier_id, row.status]));
    for (const { dossierId, printed, status } of model.all()) {
      if (shown.get(dossierId) !== status)
        violations.push({ rule: 'model', what: `${printed.code} is ${shown.get(dossierId)}, not ${status}` });
      if (held.get(dossierId) !== status)
        violations.push({
          rule: 'model',
          what: `${printed.code} is ${held.get(dossierId)} in the city, not ${status}`,
        });
    }
    if (shown.size !== model.all().length)
      violations.push({ rule: 'model', what: `${shown.size} dossiers, not ${model.all().length}` });
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
    // Refused facts stay refused in the city's book; the dossiers themselves are there now.
    const last = await checkBranch(
      city,
      seats.map(({ desk }) => desk),
      { onceRefused: true },
    );
    violations.push(...last.violations);
    for (const seat of seats) await compareStatuses(seat);
    return {
      violations,
      dossiers: seats.reduce((sum, { model }) => sum + model.all().length, 0),
      kills: seats.reduce((sum, { desk }) => sum + desk.kills(), 0),
      refusedTries,
      sentAgain,
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

import { seededRandom } from '../../support/seeded-random.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { checkBranch } from '../line/check-branch.ts';
import { type DeskAtLine, openDeskAtLine, pause } from '../line/desk-at-line.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { createCityAsking } from './city-asking.ts';
import { createCityRefusing } from './city-refusing.ts';
import { createDeskModel, type DeskModel } from './desk-model.ts';
import { findDifferences } from './find-differences.ts';
import { createOfficerActs } from './officer-acts.ts';
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
  const seats: Seat[] = [];
  for (const n of [firstDesk, firstDesk + 1])
    seats.push({ desk: await openDeskAtLine({ city, n, root, without }), model: createDeskModel() });
  const asking = createCityAsking(city);
  const refusing = createCityRefusing(city);
  const say = (at: number, what: string): void =>
    void violations.push({ rule: 'model', what: `step ${at} ${JSON.stringify(steps[at])}: ${what}` });
  const acts = createOfficerActs({ asking, refusing, say });

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
        if (dossier !== undefined) await acts.resolve(at, step, seat, dossier);
        return;
      }
      case 'resend': {
        const dossier = model.pickRefused(step.pick);
        if (dossier !== undefined) await acts.resend(at, step, seat, dossier);
        return;
      }
      case 'receive-elsewhere': {
        const other = seats[1 - step.desk]?.model.pick(step.pick);
        if (other === undefined || model.knows(other.intake.citizen)) return;
        return acts.receive(at, step, seat, other.intake);
      }
      case 'void-number':
        return acts.voidNumber(at, step, seat);
      case 'receive': {
        return acts.receive(at, step, seat, desk.nextIntake(seededRandom(step.intakeSeed)));
      }
      case 'correct': {
        const dossier = model.pick(step.pick);
        if (dossier !== undefined) await acts.correct(at, step, seat, dossier);
        return;
      }
      case 'approve':
      case 'return': {
        const dossier = model.pick(step.pick);
        if (dossier !== undefined) await acts.decide(at, step, seat, dossier);
        return;
      }
    }
  }

  /** Faults are over: what the city refused is put right and sent again under its number. */
  async function sendRefusedAgain(seat: Seat): Promise<void> {
    for (const dossier of seat.model.all()) {
      if (!dossier.poisoned) continue;
      const before = acts.sentAgain();
      await acts.resend(
        steps.length,
        { who: 'ha', killAfterMs: null, intakeSeed: dossier.intake.citizen },
        seat,
        dossier,
      );
      if (acts.sentAgain() === before)
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
      {
        onceRefused: true,
        refusedNumbers: (deskId, number) =>
          seats.some(({ desk, model }) => desk.deskId === deskId && model.refuses(number)),
      },
    );
    violations.push(...last.violations);
    for (const seat of seats)
      violations.push(...(await findDifferences(city, seat)).map((what) => ({ rule: 'model', what })));
    return {
      violations,
      dossiers: seats.reduce((sum, { model }) => sum + model.all().length, 0),
      kills: seats.reduce((sum, { desk }) => sum + desk.kills(), 0),
      refusedTries: acts.refusedTries(),
      sentAgain: acts.sentAgain(),
      decided: asking.decided(),
    };
  } finally {
    for (const { desk } of seats) {
      await desk.kill();
      await desk.plug.close();
    }
  }
}

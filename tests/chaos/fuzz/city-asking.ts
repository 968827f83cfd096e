import { v7 } from 'uuid';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { Answers, ShownDossier, Who } from '../headless-desk/orders.ts';
import { pause } from '../line/desk-at-line.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import { type CityAsk, lastCursor, readCityAsks } from './city-asks.ts';
import { asksOf, type Expected, type ModelDossier } from './desk-model.ts';
import type { Seat } from './play-steps.ts';
import type { Step } from './steps.ts';

const LOOK_EVERY_MS = 100;
/** More words than a dossier gets in one play. */
const MOST_WORDS = 40;

/**
 * Words of the city that ask a desk to decide. Nobody knows when a desk hears one; what it has shown once it must show
 * until it is decided, and when everything has come to rest it must show exactly what the city's own table has.
 */
export function createCityAsking(city: ToldCity) {
  let decided = 0;

  async function rowOf({ desk }: Seat, dossierId: string): Promise<ShownDossier | undefined> {
    const truth = await desk.ask<'truth'>({ do: 'truth', afterSeq: Number.MAX_SAFE_INTEGER });
    return truth.ok ? truth.value.dossiers.find((row) => row.dossierId === dossierId) : undefined;
  }
  const seen = async (seat: Seat, dossierId: string): Promise<readonly number[]> =>
    (await rowOf(seat, dossierId))?.asks ?? [];

  const asksNow = async ({ desk }: Seat, dossier: ModelDossier): Promise<readonly CityAsk[]> =>
    asksOf(dossier, await readCityAsks(city, desk.deskId));

  /** Waits until the desk holds the city's last word to it. */
  async function heardAll({ desk }: Seat, limitMs: number): Promise<boolean> {
    for (
      const untilMs = performance.now() + limitMs;
      performance.now() < untilMs;
      await pause(LOOK_EVERY_MS)
    ) {
      const words = await desk.ask<'city-words'>({ do: 'city-words' });
      const cursors = words.ok
        ? words.value.flatMap(({ statement: { body } }) => ('cursor' in body ? [body.cursor] : []))
        : [];
      if (Math.max(0, ...cursors) >= (await lastCursor(city, desk.deskId))) return true;
    }
    return false;
  }

  /** Null when the answer is right; the model is told. */
  async function resolved(tried: {
    readonly seat: Seat;
    readonly dossier: ModelDossier;
    readonly who: Who;
    readonly accept: boolean;
    /** Cursors that the desk showed before. */
    readonly before: readonly number[];
    readonly answer: Result<Answers['resolve'], Failure>;
  }): Promise<string | null> {
    const { seat, dossier, who, accept, before, answer } = tried;
    const asks = await asksNow(seat, dossier);
    const cursor = answer.ok ? answer.value.cursor : before[0];
    const ask = asks.find((each) => each.cursor === cursor) ?? (cursor === undefined ? asks[0] : undefined);
    if (!answer.ok && answer.failure.code === 'nothing-asked')
      return before.length === 0 ? null : `the city's word ${before[0]} was shown and is not any more`;
    if (ask === undefined)
      return `decided word ${cursor}, which the city has not said or which needs no decision`;
    const expected = seat.model.mayResolve(who, dossier, ask, accept);
    const came = answer.ok ? 'ok' : answer.failure.code;
    if (came !== expected) return `expected ${expected} of ${JSON.stringify(ask)}, came ${came}`;
    if (!answer.ok) return null;
    decided += 1;
    seat.model.resolved(dossier, ask, accept);
    return null;
  }

  return {
    decided: (): number => decided,
    seen,
    resolved,
    heardAll,
    isShownRefused: async (seat: Seat, dossierId: string): Promise<boolean> =>
      (await rowOf(seat, dossierId))?.city === 'refused',

    say: async (
      step: Extract<Step, { act: 'city-withdraws' | 'city-changes' }>,
      { dossierId }: ModelDossier,
    ): Promise<void> => {
      if (step.act === 'city-withdraws') await city.withdraw(dossierId, 'Công dân không cần nữa');
      else await city.change(dossierId, [{ field: step.field, to: step.to }]);
    },

    /** What a step that may be taken otherwise must come to: a word that was shown stands in its way, one that is on its way may. */
    expected: async (
      otherwise: Expected,
      came: string,
      before: readonly number[],
      seat: Seat,
      dossier: ModelDossier,
    ): Promise<Expected> => {
      if (otherwise !== 'ok') return otherwise;
      if (before.length > 0) return 'conflict-open';
      if (came !== 'conflict-open') return 'ok';
      return (await asksNow(seat, dossier)).length > 0 ? 'conflict-open' : 'ok';
    },

    /** Faults are over: every word must be shown, and a supervisor can decide each. Gives what is wrong. */
    decideAll: async (seats: readonly Seat[], limitMs: number): Promise<readonly string[]> => {
      const wrong: string[] = [];
      for (const seat of seats) {
        const { desk, model } = seat;
        if (!(await heardAll(seat, limitMs))) wrong.push(`${desk.deskId} does not hear the city's last word`);
        for (const { dossierId } of model.all())
          for (let tries = 0; tries < MOST_WORDS; tries += 1) {
            const dossier = model.all().find((each) => each.dossierId === dossierId);
            if (dossier === undefined || dossier.poisoned) break;
            const before = await seen(seat, dossierId);
            const asks = await asksNow(seat, dossier);
            if (before.join() !== asks.map(({ cursor }) => cursor).join()) {
              wrong.push(
                `${dossier.printed.code} shows the words ${before}, the city asks ${JSON.stringify(asks)}`,
              );
              break;
            }
            if (asks.length === 0) break;
            // The second try keeps what the desk has where it cannot hold the city's value.
            const accept = (asks[0]?.cursor ?? 0) % 2 === 0 && tries % 2 === 0;
            const resolution = accept ? ('accept-city' as const) : ('keep-desk' as const);
            const order = { do: 'resolve', commandId: v7(), dossierId, resolution } as const;
            const answer = await desk.insist<'resolve'>('dung', order);
            const said = await resolved({ seat, dossier, who: 'dung', accept, before, answer });
            if (said !== null) wrong.push(`${dossier.printed.code}: ${said}`);
          }
      }
      return wrong;
    },
  };
}
export type CityAsking = ReturnType<typeof createCityAsking>;

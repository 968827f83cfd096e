import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutstanding, type Outstanding } from '../../../src/main/city/outstanding.ts';
import type { LocalDate } from '../../../src/shared/base/dates.ts';
import type { OfficerId } from '../../../src/shared/base/ids.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { findNextNumber } from '../../../src/shared/domain/number-lease/find-next-number.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from './practice-desk.ts';

const MADE = '2026-11-20T03:40:00.000Z';
const REFUSED = '2026-11-20T03:42:00.000Z';
const NOW = new Date('2026-11-20T04:00:00.000Z');
const hashOf = (seq: number, history: string) => `${history}${seq}`.padStart(64, '0');

const signedIn = { type: 'officer-signed-in', officer: { officerId: 'minh.pv' } };
const anotherSignedIn = { type: 'officer-signed-in', officer: { officerId: 'ha.nt' } };
const dayClosed = (date: string) => ({ type: 'day-closed', date, note: '', differences: [] });
const event = (seq: number, fact: object, history = 'a') =>
  ({ seq, hash: hashOf(seq, history), at: MADE, fact }) as unknown as DeskEvent; // brands, and what is not looked at
const verdict = (seq: number, reasonCode: string, history = 'a', at = REFUSED) =>
  ({
    kind: 'verdict',
    statement: {
      body: {
        ...{ seq, hash: hashOf(seq, history), at, reasonCode, reason: '' },
        outcome: reasonCode === '' ? 'accepted' : 'refused',
      },
    },
  }) as unknown as CityMessage; // the same
const refusedSeqs = (outstanding: Outstanding, now = NOW) =>
  outstanding.refusedActs(now).newest.map(({ seq }) => seq);

/** Three facts of no dossier; the city took the first and refused the others. */
function afterRefusals(): Outstanding {
  const outstanding = createOutstanding();
  outstanding.addEvents([event(1, anotherSignedIn), event(2, signedIn), event(3, dayClosed('2026-11-19'))]);
  outstanding.addMessages([verdict(1, ''), verdict(2, 'officer-unknown'), verdict(3, 'cannot-store')]);
  return outstanding;
}

describe('what the city refused and belongs to no dossier', () => {
  it('[LC-65] is told, newest first, by what an officer knows it again; what was taken is not', () => {
    expect(afterRefusals().refusedActs(NOW)).toEqual({
      count: 2,
      newest: [
        {
          ...{ seq: 3, act: { type: 'day-closed', date: '2026-11-19' }, reasonCode: 'cannot-store' },
          ...{ reason: '', madeAt: MADE, refusedAt: REFUSED },
        },
        {
          ...{ seq: 2, act: { type: 'officer-signed-in', officerId: 'minh.pv' }, reason: '' },
          ...{ reasonCode: 'officer-unknown', madeAt: MADE, refusedAt: REFUSED },
        },
      ],
    });
  });

  it('[LC-65] a dossier’s is told by the dossier, and an unjudged one is only unsent', () => {
    const outstanding = createOutstanding();
    outstanding.addEvents([event(1, { type: 'dossier-approved', dossierId: 'd' }), event(2, signedIn)]);
    outstanding.addMessages([verdict(1, 'four-eyes')]);
    expect(outstanding.refusedActs(NOW)).toEqual({ count: 0, newest: [] });
  });

  it('[LC-65] the same word heard twice tells it once', () => {
    const outstanding = afterRefusals();
    outstanding.addMessages([verdict(2, 'officer-unknown'), verdict(3, 'cannot-store')]);
    expect(refusedSeqs(outstanding)).toEqual([3, 2]);
  });

  it('[LC-65] a word about another event of that number counts for nothing, in either way', () => {
    const outstanding = afterRefusals();
    outstanding.addMessages([verdict(1, 'wrong-hash', 'b'), verdict(2, '', 'b'), verdict(4, 'malformed')]);
    expect(refusedSeqs(outstanding)).toEqual([3, 2]);
  });

  it('[LC-65] taken by a later verdict it is told no more; refused by a later one it is told', () => {
    const outstanding = afterRefusals();
    outstanding.addMessages([verdict(1, 'officer-unknown'), verdict(2, ''), verdict(3, 'cannot-store')]);
    expect(refusedSeqs(outstanding)).toEqual([3, 1]);
  });

  it('[LC-10] [LC-65] a city that was put back judges it anew: until then it waits', () => {
    const outstanding = afterRefusals();
    outstanding.rewind({ seq: 1, cursor: 0 });
    expect(refusedSeqs(outstanding)).toEqual([]);
    outstanding.addMessages([verdict(2, '')]);
    expect(refusedSeqs(outstanding)).toEqual([]);
    outstanding.addMessages([verdict(3, 'cannot-store')]);
    expect(refusedSeqs(outstanding)).toEqual([3]);
    // As it is read at the next start: the words alone, without the put-back between them.
    const again = afterRefusals();
    again.addMessages([verdict(2, ''), verdict(3, 'cannot-store')]);
    expect(refusedSeqs(again)).toEqual([3]);
  });

  it('[LC-65] a refused closing is made good by a later closing of the same day that the city took', () => {
    const outstanding = afterRefusals();
    outstanding.addEvents([
      event(4, dayClosed('2026-11-20')),
      event(5, dayClosed('2026-11-19')),
      event(6, dayClosed('2026-11-19')),
    ]);
    outstanding.addMessages([verdict(4, ''), verdict(5, 'cannot-store')]);
    expect(refusedSeqs(outstanding)).toEqual([5, 3, 2]);
    outstanding.addMessages([verdict(6, '')]);
    expect(refusedSeqs(outstanding)).toEqual([2]);
    // A city that has lost the later closing has not got the day.
    outstanding.rewind({ seq: 5 });
    expect(refusedSeqs(outstanding)).toEqual([5, 3, 2]);
  });

  it('[LC-65] a refused sign-in is made good by a later one of that officer that the city took, and of no other', () => {
    const outstanding = afterRefusals();
    outstanding.addEvents([event(4, anotherSignedIn), event(5, signedIn)]);
    outstanding.addMessages([verdict(4, '')]);
    expect(refusedSeqs(outstanding)).toEqual([3, 2]);
    outstanding.addMessages([verdict(5, '')]);
    expect(refusedSeqs(outstanding)).toEqual([3]);
  });

  it('[LC-65] an earlier closing that the city took does not make a later one good', () => {
    const outstanding = createOutstanding();
    outstanding.addEvents([event(1, dayClosed('2026-11-19')), event(2, dayClosed('2026-11-19'))]);
    outstanding.addMessages([verdict(1, ''), verdict(2, 'cannot-store')]);
    expect(refusedSeqs(outstanding)).toEqual([2]);
  });

  it('[LC-65] stands for a week by the city’s word', () => {
    const outstanding = afterRefusals();
    const weekLater = (ms: number) => new Date(Date.parse(REFUSED) + 7 * 24 * 3_600_000 + ms);
    expect(refusedSeqs(outstanding, weekLater(-1))).toEqual([3, 2]);
    expect(outstanding.refusedActs(weekLater(0))).toEqual({ count: 0, newest: [] });
  });

  it('[LC-65] counts all and tells the newest twenty', () => {
    const outstanding = createOutstanding();
    const seqs = Array.from({ length: 33 }, (_, index) => index + 1);
    outstanding.addEvents(seqs.map((seq) => event(seq, signedIn)));
    outstanding.addMessages(seqs.map((seq) => verdict(seq, 'officer-unknown')));
    expect(outstanding.refusedActs(NOW).count).toBe(33);
    expect(refusedSeqs(outstanding)).toEqual(seqs.slice(13).reverse());
  });
});

describe('the line to a city that refuses such an act', () => {
  const WAIT_MS = 60_000;
  let city: City;
  let desk: PracticeDeskAtWork;
  beforeAll(async () => {
    city = await startCity({ desks: 1 });
    desk = await startPracticeDesk(city.url, String(city.codes['CN02-Q01']));
    desk.line().start();
    await until(() => desk.leases().size > 0, 'leases', WAIT_MS);
  });
  afterAll(async () => {
    await desk?.stop();
    await city?.stop();
  });

  const settled = () => until(() => desk.line().status().unsentEvents === 0, 'sending', WAIT_MS);
  const told = () =>
    desk
      .line()
      .status()
      .refusedActs.newest.map(({ seq, act, reasonCode }) => ({ seq, act, reasonCode }));
  async function commitOne(fact: Fact): Promise<number> {
    const [made] = await desk.commit([fact]);
    if (made === undefined) throw new Error('nothing made');
    return made.seq;
  }
  const closing = (paperCount: number): Fact => ({
    ...{ type: 'day-closed', date: '2026-11-19' as LocalDate, paperCount, deskCount: 0, cityCount: 0 },
    ...{ receipts: { count: 0, totalVnd: 0 }, differences: [], note: '' },
  });

  it('[LC-65] tells it with the city’s reason, also after a start; a day closed again makes the closing good', async () => {
    await settled();
    expect(desk.line().status().refusedActs).toEqual({ count: 0, newest: [] });

    const year = new Date().getFullYear();
    const spoilt = findNextNumber(desk.leases(), { kind: 'intake-slip', year });
    if (spoilt === null) throw new Error('no slip number');
    await city.query(
      `INSERT INTO used_numbers (scope, number, lease_id, dossier_id, voided)
         SELECT scope, $2::int, lease_id, NULL, true FROM leases WHERE lease_id = $1`,
      [spoilt.leaseId, spoilt.number],
    );
    const voided = await commitOne({
      ...{ type: 'number-voided', kind: 'intake-slip', reason: 'kẹt giấy' },
      ...spoilt,
    });
    const officer = {
      ...{ officerId: 'moi.ng' as OfficerId, fullName: 'Nguyễn Thị Mới', title: 'chị' },
      role: 'reception-officer' as const,
    };
    const unknown = await commitOne({ type: 'officer-signed-in', officer });
    // More sheets than a day may have: the city cannot read it.
    const closed = await commitOne(closing(100_001));
    await settled();
    const refused = [
      {
        ...{ seq: unknown, act: { type: 'officer-signed-in', officerId: 'moi.ng' } },
        reasonCode: 'officer-unknown',
      },
      {
        ...{ seq: voided, act: { type: 'number-voided', kind: 'intake-slip', number: spoilt.number } },
        reasonCode: 'number-used',
      },
    ];
    const refusedClosing = {
      ...{ seq: closed, act: { type: 'day-closed', date: '2026-11-19' } },
      reasonCode: 'malformed',
    };
    expect(told()).toEqual([refusedClosing, ...refused]);
    expect(desk.line().status()).toMatchObject({ unsentEvents: 0, unsentDossiers: 0 });

    await commitOne(closing(0));
    await settled();
    expect(told()).toEqual(refused);

    await desk.restartLine();
    await until(() => told().length > 0, 'reading the logs', WAIT_MS);
    expect(told()).toEqual(refused);
  });
});

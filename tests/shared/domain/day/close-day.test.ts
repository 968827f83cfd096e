import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../../../src/shared/base/dates.ts';
import { reconcileDay } from '../../../../src/shared/domain/day/reconcile-day.ts';
import { whoMayAppendAll } from '../../../../src/shared/domain/desk-log/who-may-append.ts';
import {
  commandId,
  context,
  ha,
  minh,
  NOW,
  openDesk,
  run,
  runAll,
  sha256Hex,
  TODAY,
  withOfficer,
} from '../../support/a-desk.ts';
import { receive } from '../../support/a-dossier.ts';
import { applyVerdict } from '../../support/a-word.ts';

const close = (n: number, paperCount: number, note = '', date: LocalDate = TODAY) =>
  ({ type: 'close-day', commandId: commandId(n), date, paperCount, note }) as const;
const twoReceived = () => runAll(openDesk(), [receive(1), receive(2)]);

describe('[DAY-1] paper, desk and city next to each other', () => {
  it('counts what was received and collected that day, and names every dossier that is not whole', () => {
    const state = twoReceived();
    const standing = reconcileDay(state.dossiers.values(), TODAY);
    expect(standing).toMatchObject({ deskCount: 2, cityCount: 0, receipts: { count: 2 } });
    expect(standing.differences.map(({ reason }) => reason)).toEqual(['not-sent', 'not-sent']);
    expect(reconcileDay(state.dossiers.values(), '2026-11-19' as LocalDate)).toMatchObject({
      deskCount: 0,
      receipts: { count: 0, totalVnd: 0 },
      differences: [],
    });
  });

  it('a refusal is graver than what is unsent', () => {
    const state = twoReceived();
    const [first] = state.dossiers.values();
    const refused = applyVerdict(state, {
      seq: first?.history[0]?.seq ?? 0,
      outcome: 'refused',
      reasonCode: 'procedure-unknown',
      reason: '',
      at: NOW,
    });
    const { differences } = reconcileDay(refused.dossiers.values(), TODAY);
    expect(differences[0]).toEqual({ dossierId: first?.dossierId, reason: 'refused' });
  });
});

describe('[DAY-2] a day is closed', () => {
  it('with the counts of the desk, by officer or supervisor, and again when something came after', () => {
    const closed = run(twoReceived(), close(50, 2));
    expect(closed.facts).toMatchObject([{ type: 'day-closed', paperCount: 2, deskCount: 2, note: '' }]);
    expect(closed.state.closedDays.get(TODAY)).toMatchObject({ deskCount: 2, by: ha.officerId });
    const again = runAll(closed.state, [receive(3), close(51, 3)]);
    expect(again.closedDays.get(TODAY)).toMatchObject({ deskCount: 3 });
    expect(run(withOfficer(twoReceived(), minh), close(52, 2)).refused).toBeNull();
  });

  it('a count that differs needs a note; a day to come cannot be closed', () => {
    expect(run(twoReceived(), close(50, 3)).refused?.code).toBe('day-note-needed');
    expect(run(twoReceived(), close(50, 3, '  ')).refused?.code).toBe('day-note-needed');
    expect(run(twoReceived(), close(50, 3, 'Một hồ sơ ở quầy 02')).facts).toHaveLength(1);
    expect(run(twoReceived(), close(50, 0, '', '2026-11-21' as LocalDate)).refused?.code).toBe(
      'day-not-begun',
    );
  });

  it('[DAY-3] main counts again and believes no other count of the window', () => {
    const state = twoReceived();
    const [fact] = run(state, close(50, 2)).facts;
    if (fact?.type !== 'day-closed') throw new Error('not closed');
    const judge = (told: typeof fact) =>
      whoMayAppendAll(state, [told], ha, { sha256Hex, now: NOW as Instant, ground: context });
    expect(judge(fact).ok).toBe(true);
    for (const told of [
      { ...fact, deskCount: 3, paperCount: 3 },
      { ...fact, receipts: { ...fact.receipts, totalVnd: 1 } },
      { ...fact, cityCount: 3 },
    ])
      expect(judge(told)).toMatchObject({ ok: false, failure: { code: 'day-counts-differ' } });
    expect(judge({ ...fact, paperCount: 1 })).toMatchObject({ failure: { code: 'day-note-needed' } });
  });
});

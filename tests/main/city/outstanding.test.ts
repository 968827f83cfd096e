import { describe, expect, it } from 'vitest';
import { createOutstanding } from '../../../src/main/city/outstanding.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';

const hashOf = (seq: number, history: string) => `${history}${seq}`.padStart(64, '0');
const event = (seq: number, history: string) =>
  ({
    seq,
    hash: hashOf(seq, history),
    fact: { type: 'officer-signed-out', officerId: 'ha.nt' },
  }) as DeskEvent;
const verdict = (seq: number, history: string) =>
  ({
    kind: 'verdict',
    statement: { body: { seq, hash: hashOf(seq, history), outcome: 'accepted' } },
  }) as unknown as CityMessage; // brands, and what is not looked at

describe('what the city does not have yet', () => {
  it('[LC-7] [LC-12] verdicts on events that the journal lost answer for none that came in their place', () => {
    const outstanding = createOutstanding();
    outstanding.addEvents([event(1, 'a'), event(2, 'a'), event(3, 'b')]);
    outstanding.addMessages([1, 2, 3, 4].map((seq) => verdict(seq, 'a')));
    expect(outstanding.verdictSeq()).toBe(2);
    expect(outstanding.counts().unsentEvents).toBe(1);
    outstanding.addEvents([event(4, 'b')]);
    expect(outstanding.counts().unsentEvents).toBe(2);
    outstanding.addMessages([verdict(3, 'b'), verdict(4, 'b')]);
    expect(outstanding.counts().unsentEvents).toBe(0);
  });

  it('[LC-10] a city that judges anew after it was put back takes the place back with it', () => {
    const outstanding = createOutstanding();
    outstanding.addEvents([1, 2, 3].map((seq) => event(seq, 'a')));
    outstanding.addMessages([1, 2, 3, 2].map((seq) => verdict(seq, 'a')));
    expect(outstanding.verdictSeq()).toBe(2);
  });
});

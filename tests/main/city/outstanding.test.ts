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

const received = (seq: number, n: number) =>
  ({
    ...event(seq, 'a'),
    fact: {
      type: 'dossier-received',
      dossierId: `dossier-${n}`,
      dueAt: null,
      content: { papers: [{ pages: [{ sha256: `page-${n}`, byteLength: 1000, mediaType: 'image/jpeg' }] }] },
    },
  }) as unknown as DeskEvent; // brands, and what is not looked at
const complete = (cursor: number, n: number, seq: number) =>
  ({
    kind: 'city-event',
    statement: {
      body: {
        cursor,
        what: { type: 'dossier-complete', dossierId: `dossier-${n}`, seq, pages: [`page-${n}`] },
      },
    },
  }) as unknown as CityMessage; // the same
const waiting = (outstanding: ReturnType<typeof createOutstanding>) =>
  outstanding.pages().map(({ sha256 }) => sha256);

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

  it('[LC-10] a city that kept the facts and lost the pages that came after them is given these again', () => {
    const outstanding = createOutstanding();
    outstanding.addEvents([received(1, 1), received(2, 2), event(3, 'a'), event(4, 'a')]);
    outstanding.addMessages([1, 2, 3, 4].map((seq) => verdict(seq, 'a')));
    outstanding.addMessages([complete(1, 1, 1), complete(2, 2, 2)]);
    expect(waiting(outstanding)).toEqual([]);
    // Put back to when it had said its first word: the facts are there, the second dossier's page is not.
    outstanding.rewind({ cursor: 1, seq: 3 });
    expect(waiting(outstanding)).toEqual(['page-2']);
    outstanding.addMessages([verdict(4, 'a'), complete(2, 2, 2)]);
    expect(waiting(outstanding)).toEqual([]);
  });

  it('[LC-10] so it is when the desk was closed meanwhile: another word under an old cursor tells of it', () => {
    const outstanding = createOutstanding();
    outstanding.addEvents([received(1, 1), received(2, 2), received(3, 3)]);
    outstanding.addMessages([1, 2, 3].map((seq) => verdict(seq, 'a')));
    outstanding.addMessages([complete(1, 1, 1), complete(2, 2, 2), complete(2, 3, 3)]);
    expect(waiting(outstanding)).toEqual(['page-2']);
  });
});

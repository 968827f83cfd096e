import { expect, it } from 'vitest';
import { createAllowance } from '../../../src/main/city/allowance.ts';
import { listOutbox } from '../../../src/main/city/outbox.ts';
import { createOutstanding } from '../../../src/main/city/outstanding.ts';
import { createWaitingPages } from '../../../src/main/city/waiting-pages.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';

const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const BYTES_A_SECOND = 1000;

/** Dossier `n` with pages of 1,000 bytes each, as many seconds long as it has pages. */
const received = (n: number, pages: readonly string[]) =>
  ({
    seq: n,
    hash: String(n).padStart(64, '0'),
    fact: {
      type: 'dossier-received',
      dossierId: `dossier-${n}`,
      dueAt: null,
      content: {
        papers: [{ pages: pages.map((sha256) => ({ sha256, byteLength: 1000, mediaType: 'image/jpeg' })) }],
      },
    },
  }) as unknown as DeskEvent; // brands, and what is not looked at

function listed(dossiers: readonly (readonly string[])[], aside: readonly string[] = []) {
  const outstanding = createOutstanding();
  outstanding.addEvents(dossiers.map((pages, index) => received(index + 1, pages)));
  const waiting = createWaitingPages(() => NOW);
  for (const sha256 of aside) waiting.setAside(sha256 as Sha256, 'page-damaged');
  return listOutbox(outstanding, {
    isUp: true,
    allowance: createAllowance({
      store: { load: async () => null, save: async () => undefined },
      now: () => new Date(NOW),
    }),
    rate: {
      begin: () => ({ end: () => undefined }),
      hint: () => undefined,
      bytesPerSecond: () => BYTES_A_SECOND,
    },
    waiting,
    silence: { ask: async () => ({ ok: true, value: null }), nextTryMs: () => null, isSilent: () => false },
  }).rows.map(({ pagesLeft, doneAt }) => ({
    pagesLeft,
    secondsUntilDone: doneAt === null ? null : (Date.parse(doneAt) - NOW) / 1000,
  }));
}

it('[LC-62] a page of two dossiers goes once, and counts once in the time of the second', () => {
  expect(listed([['a', 'b'], ['b', 'c'], ['d']])).toEqual([
    { pagesLeft: 2, secondsUntilDone: 2 },
    { pagesLeft: 2, secondsUntilDone: 3 },
    { pagesLeft: 1, secondsUntilDone: 4 },
  ]);
});

it('[LC-62] a sheet that lies in a dossier twice is one page to send', () => {
  expect(listed([['a', 'a'], ['b']])).toEqual([
    { pagesLeft: 1, secondsUntilDone: 1 },
    { pagesLeft: 1, secondsUntilDone: 2 },
  ]);
});

it('[LC-62] a page that cannot go makes nobody else wait', () => {
  expect(listed([['a', 'b'], ['c']], ['a'])).toEqual([
    { pagesLeft: 2, secondsUntilDone: null },
    { pagesLeft: 1, secondsUntilDone: 2 },
  ]);
});

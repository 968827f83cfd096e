import { expect, it } from 'vitest';
import { createCitySilence } from '../../../src/main/city/city-silence.ts';
import { createOutstanding } from '../../../src/main/city/outstanding.ts';
import type { PagesLacking } from '../../../src/main/city/page-question.ts';
import type { DossierId } from '../../../src/shared/base/ids.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';

const LONG_MS = 60_000;
const hash = 'a'.repeat(64);
const received = {
  seq: 1,
  hash,
  fact: { type: 'dossier-received', dossierId: 'dossier-1', dueAt: null, content: { papers: [] } },
} as unknown as DeskEvent; // brands, and what is not looked at
const accepted = {
  kind: 'verdict',
  statement: { body: { seq: 1, hash, outcome: 'accepted' } },
} as unknown as CityMessage; // the same

/** A dossier that the city took and of which it says no word; asked about it, it gives `answer`. */
function silenceOf(clock: { nowMs: number }, answer: PagesLacking) {
  const asked = { times: 0 };
  const outstanding = createOutstanding();
  outstanding.addEvents([received]);
  outstanding.addMessages([accepted]);
  const silence = createCitySilence({
    outstanding,
    askPages: async () => {
      asked.times += 1;
      return { ok: true, value: answer };
    },
    nowMs: () => clock.nowMs,
    log: () => undefined,
  });
  return { outstanding, silence, asked };
}

async function afterAsking(answer: PagesLacking): Promise<boolean> {
  const clock = { nowMs: 0 };
  const { outstanding, silence } = silenceOf(clock, answer);
  await silence.ask();
  clock.nowMs += LONG_MS;
  await silence.ask();
  return outstanding.factsWait();
}

it('[LC-64] a dossier that the city does not know any more sends the last event again: it was put back', async () => {
  expect(await afterAsking(new Map())).toBe(true);
});

it('[LC-64] one that it knows and is silent about sends nothing again', async () => {
  expect(await afterAsking(new Map([['dossier-1' as DossierId, new Map()]]))).toBe(false);
});

it('[LC-64] a clock that was years ahead and is put right does not make it wait for those years', async () => {
  const clock = { nowMs: Date.parse('2030-01-01T00:00:00Z') };
  const { silence, asked } = silenceOf(clock, new Map([['dossier-1' as DossierId, new Map()]]));
  await silence.ask();
  clock.nowMs = Date.parse('2026-01-01T00:00:00Z');
  expect(silence.nextTryMs()).toBeLessThanOrEqual(clock.nowMs);
  await silence.ask();
  expect(asked.times).toBe(1);
});

import { expect, it } from 'vitest';
import { createCityHearing } from '../../../src/main/bridge/city-hearing.ts';
import { createFactKeeper, type FactJournal } from '../../../src/main/bridge/fact-keeper.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import { createEvolveAll } from '../../../src/shared/domain/desk-log/evolve.ts';
import { context, desk, dossierId, NOW, openDesk, run, sha256Hex } from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';

const start = openDesk();
const intake = run(start, receive(1));

const verdict = (
  event: DeskEvent | undefined,
  outcome: 'accepted' | 'refused',
  hash?: string,
): CityMessage => {
  if (event === undefined) throw new Error('no event');
  return {
    kind: 'verdict',
    statement: {
      body: {
        deskId: desk.deskId,
        seq: event.seq,
        hash: (hash ?? event.hash) as DeskEvent['hash'],
        outcome,
        reasonCode: outcome === 'refused' ? 'cannot-store' : '',
        reason: '',
        at: NOW,
      },
      keyId: 'k',
      signature: 's',
    },
  };
};

function hearingOf(messages: CityMessage[]) {
  const keeper = createFactKeeper({
    journal: {
      head: () => intake.state.head,
      append: async () => fail('not-here', 'retry-later'),
    } as unknown as FactJournal,
    evolveAll: createEvolveAll({ sha256Hex }),
    folded: intake.state,
    sha256Hex,
    now: () => NOW,
    ground: () => context,
  });
  const hearing = createCityHearing(
    {
      journal: {
        read: async ({ afterSeq, limit }) =>
          ok({
            events: intake.events.filter(({ seq }) => seq > afterSeq).slice(0, limit),
            head: intake.state.head,
          }),
      },
      cityLog: {
        read: async ({ after, limit }) =>
          ok({
            messages: messages
              .map((message, index) => ({ position: index + 1, message }))
              .slice(after, after + limit),
            last: messages.length,
          }),
      },
    },
    keeper,
    0,
  );
  return { hearing, standing: () => keeper.state().dossiers.get(dossierId(1))?.city.kind };
}

it('[BR-4] main knows itself what the city refused', async () => {
  const { hearing, standing } = hearingOf([verdict(intake.events[0], 'refused')]);
  expect(standing()).toBe('waiting');
  await hearing.hear();
  expect(standing()).toBe('refused');
});

it('[BR-4] a verdict about an event of another history says nothing', async () => {
  const { hearing, standing } = hearingOf([verdict(intake.events[0], 'refused', 'f'.repeat(64))]);
  await hearing.hear();
  expect(standing()).toBe('waiting');
});

it('[BR-4] what the city says later is heard later, a word of a newer city holds up none', async () => {
  const strange = {
    kind: 'city-event',
    statement: {
      body: { deskId: desk.deskId, cursor: 1, at: NOW, what: { type: 'of-next-year', x: 1 } },
      keyId: 'k',
      signature: 's',
    },
  } as unknown as CityMessage;
  const messages = [strange];
  const { hearing, standing } = hearingOf(messages);
  await hearing.hear();
  messages.push(verdict(intake.events.at(-1), 'accepted'));
  await hearing.hear();
  expect(standing()).toBe('facts-accepted');
});

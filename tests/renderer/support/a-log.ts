import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { Command } from '../../../src/shared/domain/desk-log/command.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import { newDraft } from '../../../src/shared/domain/dossier/new-draft.ts';
import {
  commandId,
  defaultLeases,
  desk,
  ha,
  NOW,
  run,
  sha256Hex,
  uuid,
} from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';

export const evolveAll = createEvolveAll({ sha256Hex });

/** Events of orders that must all succeed. */
export function logOf(commands: readonly Command[], from: DeskState = emptyDeskState): DeskEvent[] {
  let state = from;
  return commands.flatMap((command) => {
    const ran = run(state, command);
    if (ran.refused !== null) throw new Error(`${command.type}: ${ran.refused.code}`);
    state = ran.state;
    return ran.events;
  });
}

const opening: readonly Command[] = [
  { type: 'enrol-desk', commandId: commandId(9001), desk, deskPublicKey: 'd', cityPublicKey: 'c' },
  ...defaultLeases().map(
    (lease, index): Command => ({ type: 'accept-lease', commandId: commandId(9100 + index), lease }),
  ),
  { type: 'sign-in', commandId: commandId(9002), officer: ha },
];

/** A desk that is enrolled, has numbers, Hà before it, and has received so many dossiers. */
export const dayWith = (dossiers: number): DeskEvent[] =>
  logOf([...opening, ...Array.from({ length: dossiers }, (_, index) => receive(index + 1))]);

/** A year's dossiers, made from one: numbers and ids differ, hashes are only names (the store does not check them). */
export function longLog(dossiers: number): DeskEvent[] {
  const day = dayWith(1);
  const start = day.filter(({ fact }) => !('dossierId' in fact));
  const intake = day.filter(({ fact }) => 'dossierId' in fact);
  const events: DeskEvent[] = [...start];
  for (let n = 1; n <= dossiers; n += 1) {
    for (const { fact, ...event } of intake) {
      const seq = events.length + 1;
      events.push({
        ...event,
        id: uuid(seq, 4),
        command: commandId(n),
        seq,
        prev: events.at(-1)?.hash,
        hash: seq.toString(16).padStart(64, 'a'),
        fact: { ...fact, dossierId: uuid(n, 2) },
      } as DeskEvent);
    }
  }
  return events;
}

export const verdictOn = (event: DeskEvent, hash = event.hash): CityMessage => ({
  kind: 'verdict',
  statement: {
    body: {
      deskId: desk.deskId,
      seq: event.seq,
      hash,
      outcome: 'accepted',
      reasonCode: '',
      reason: '',
      at: NOW,
    },
    keyId: 'c',
    signature: 's',
  },
});

/** At positions 1, 2, 3… or from another one on. */
export const heardFrom = (messages: readonly CityMessage[], first = 1) =>
  messages.map((message, index) => ({ position: first + index, message }));

export const draftOf = (n: number, updatedAt = NOW): IntakeDraft => ({
  ...newDraft({ draftId: uuid(n, 7), officerId: ha.officerId, now: NOW }),
  updatedAt,
  note: `bản ${n}`,
});

import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { dossierOf } from '../../shared/domain/desk-log/dossier-of.ts';
import { createEvolveAll, emptyDeskState } from '../../shared/domain/desk-log/evolve.ts';
import { applyCityWords } from '../../shared/domain/dossier/apply-city-word.ts';
import { createOutstanding, type Outstanding } from '../city/outstanding.ts';
import { cityWordsOf, type Judged } from './city-hearing.ts';
import { sha256Hex } from './sha256-hex.ts';

const EVENTS_AT_ONCE = 1000;

/** What the two logs said while they were opened. What came since is read behind it. */
export type AtStart = {
  /** All facts, and what the city said of them. */
  readonly state: DeskState;
  /** Position of the city's last word. */
  readonly heardUpTo: number;
  /** The same as the line sees it; it goes on from here and belongs to it alone. */
  readonly outstanding: Outstanding;
};

/**
 * Listens while journal and city log are opened and checked, so that neither is read a second time to be folded, judged
 * on and sent: a year of them is most of what a start costs. The journal comes first, whole, then the city's words.
 */
export function createReadingAtStart(): {
  readonly takeEvents: (events: readonly DeskEvent[]) => void;
  readonly takeWords: (messages: readonly CityMessage[], firstPosition: number) => void;
  readonly end: () => AtStart;
} {
  const evolveAll = createEvolveAll({ sha256Hex });
  const outstanding = createOutstanding();
  let state: DeskState = emptyDeskState;
  let heardUpTo = 0;
  let waiting: DeskEvent[] = [];
  /** Event seq at seq - 1. */
  const judged: Judged[] = [];

  /** Folded many at once: a run costs what it changes, and a commit alone would cost as much as a run. */
  function foldWaiting(): void {
    outstanding.addEvents(waiting);
    state = evolveAll(state, waiting);
    waiting = [];
  }

  return {
    takeEvents: (events) => {
      for (const event of events) {
        waiting.push(event);
        judged[event.seq - 1] = { hash: event.hash, dossierId: dossierOf(event.fact) };
      }
      if (waiting.length >= EVENTS_AT_ONCE) foldWaiting();
    },
    takeWords: (messages, firstPosition) => {
      foldWaiting();
      outstanding.addMessages(messages);
      state = applyCityWords(
        state,
        cityWordsOf(messages, (seq) => judged[seq - 1]),
      );
      heardUpTo = Math.max(heardUpTo, firstPosition + messages.length - 1);
    },
    end: () => {
      foldWaiting();
      return { state, heardUpTo, outstanding };
    },
  };
}

import { createHash } from 'node:crypto';
import type { Parts } from '../../../src/main/bridge/open-parts.ts';
import { oneAtATime } from '../../../src/shared/base/one-at-a-time.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import { applyCityWords } from '../../shared/support/a-word.ts';

const evolveAll = createEvolveAll({
  sha256Hex: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
});
const MOST = 1000;

/**
 * What the screen would show: the working copy of the window, without its database. The desk's own facts and the city's
 * words are folded as they come; `sayCityHas` is called the moment that a dossier begins to stand as "Thành phố đã nhận".
 */
export async function followScreen(
  { journal, cityLog }: Pick<Parts, 'journal' | 'cityLog'>,
  sayCityHas: (dossierId: string) => void,
) {
  const inTurn = oneAtATime();
  const has = new Set<string>();
  let state: DeskState = emptyDeskState;
  let position = 0;

  async function catchUp(): Promise<void> {
    for (;;) {
      const page = await journal.read({ afterSeq: state.head.seq, limit: MOST });
      if (!page.ok || page.value.events.length === 0) break;
      state = evolveAll(state, page.value.events);
    }
    for (;;) {
      const heard = await cityLog.read({ after: position, limit: MOST });
      if (!heard.ok || heard.value.messages.length === 0) break;
      state = applyCityWords(
        state,
        heard.value.messages.map(({ message }) => message.statement.body),
      );
      position = heard.value.messages.at(-1)?.position ?? position;
    }
    for (const { dossierId, city } of state.dossiers.values()) {
      if (city.kind !== 'complete') has.delete(dossierId);
      else if (!has.has(dossierId)) {
        has.add(dossierId);
        sayCityHas(dossierId);
      }
    }
  }

  await catchUp();
  return {
    /** Something is new; looked at in turn. */
    look: (): void => void inTurn(catchUp),
    /** The newest that is to be shown. */
    state: (): Promise<DeskState> => inTurn(async () => catchUp().then(() => state)),
  };
}
export type Screen = Awaited<ReturnType<typeof followScreen>>;

import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import type { CityLog } from '../journal/city-log.ts';

const WORDS_AT_ONCE = 500;

/**
 * Calls once when the city says that a number of this log is taken by another event of the same desk (`seq-conflict`): then
 * somebody else, with this desk's key, goes on in its name, as a restored desk does while its old PC comes back.
 */
export function onTwinHeard(
  cityLog: Pick<CityLog, 'last' | 'read' | 'subscribe'>,
  tell: () => void,
): () => void {
  let after = cityLog.last();
  let told = false;
  // In turn: two batches that are heard while one is read would both find the same word.
  const inTurn = oneAtATime();
  async function look(): Promise<void> {
    while (!told && after < cityLog.last()) {
      const page = await cityLog.read({ after, limit: WORDS_AT_ONCE });
      if (!page.ok || page.value.messages.length === 0) return;
      after = page.value.messages.at(-1)?.position ?? after;
      told = page.value.messages.some(
        ({ message }) => message.kind === 'verdict' && message.statement.body.reasonCode === 'seq-conflict',
      );
      if (told) tell();
    }
  }
  return cityLog.subscribe(() => void inTurn(look));
}

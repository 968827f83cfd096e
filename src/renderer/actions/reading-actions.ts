import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';
import type { DeskActions } from './desk-actions.ts';

type ReadingActions = Pick<DeskActions, 'readPage' | 'findReading'>;

/** Asks for pages to be read; the form never waits for it. */
export function createReadingActions(parts: {
  readonly jobs: { readonly add: (sha256: Sha256, look: PageLook) => Promise<void> };
  readonly queue: { readonly wake: () => void; readonly look: (sha256: Sha256) => void };
  readonly findReading: (sha256: Sha256) => Promise<PageReading | undefined>;
}): ReadingActions {
  return {
    readPage: (sha256, look, priority) => {
      void parts.jobs.add(sha256, look).then(() => {
        if (priority === 'looking') parts.queue.look(sha256);
        parts.queue.wake();
      });
    },
    findReading: parts.findReading,
  };
}

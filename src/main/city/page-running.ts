import { pauseAfter } from './backoff.ts';
import { deskTrouble } from './desk-trouble.ts';
import type { LineFault } from './line-fault.ts';
import type { PageSending } from './page-sending.ts';
import type { LinePorts } from './ports.ts';

/** Pages on their way beside everything else, so that nothing ever waits behind one. */
export type PageRunning = {
  /** Sends what there is, unless that is going on or has to rest after a fault. */
  readonly begin: () => void;
  readonly isRunning: () => boolean;
  /** Milliseconds of rest that are left; null when none. */
  readonly restsForMs: () => number | null;
  readonly endRest: () => void;
  /** Why the last run ended; null when it went well or the next has begun. */
  readonly fault: () => LineFault | null;
  readonly stop: () => Promise<void>;
};

export function createPageRunning(parts: {
  readonly ports: Pick<LinePorts, 'random' | 'log'>;
  readonly pages: PageSending;
  readonly signal: AbortSignal;
  readonly onEnd: (fault: LineFault | null) => void;
}): PageRunning {
  const { ports, signal } = parts;
  let running: Promise<void> | null = null;
  let fault: LineFault | null = null;
  let failures = 0;
  let notBeforeMs = 0;

  async function run(): Promise<void> {
    const sent = await parts.pages.send().catch((defect: unknown) => deskTrouble(ports.log, defect));
    if (signal.aborted) return;
    fault = sent.ok ? null : sent.fault;
    if (fault === null) failures = 0;
    else {
      failures += 1;
      notBeforeMs = performance.now() + pauseAfter(fault, failures, ports.random);
      ports.log('pages-failed', { kind: fault.kind, code: fault.code, failures });
    }
  }

  return {
    begin: () => {
      if (running !== null || performance.now() < notBeforeMs) return;
      // Also when nothing is left to go: a page whose reply was lost is there all the same, and the city says so itself.
      fault = null;
      if (!parts.pages.hasWork()) return;
      running = run().finally(() => {
        running = null;
        if (!signal.aborted) parts.onEnd(fault);
      });
    },
    isRunning: () => running !== null,
    restsForMs: () => (notBeforeMs > performance.now() ? notBeforeMs - performance.now() : null),
    endRest: () => {
      notBeforeMs = 0;
    },
    fault: () => fault,
    stop: async () => {
      await running;
    },
  };
}

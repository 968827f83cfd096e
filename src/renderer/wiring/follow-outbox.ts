import type { DossierId } from '../../shared/base/ids.ts';
import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import { publish } from './publish.ts';

/** A line that sends tells of every piece of a page; nobody reads a list that often. */
const SOONEST_MS = 1500;

/** Gives what asks main, after something changed on the line, what waits by dossier: at once, then at most so often. */
export function followOutbox(bridge: Pick<DeskBridge, 'call'>, nowMs: () => number): () => void {
  let askedMs = Number.NEGATIVE_INFINITY;
  let planned = false;

  async function ask(): Promise<void> {
    askedMs = nowMs();
    const outbox = await bridge.call('line:outbox', {});
    if (!outbox.ok) return;
    const { rows, more } = outbox.value;
    publish({ outbox: { rows: new Map(rows.map((row) => [row.dossierId as DossierId, row])), more } });
  }

  return () => {
    if (planned) return;
    planned = true;
    const waitMs = Math.max(0, askedMs + SOONEST_MS - nowMs());
    setTimeout(() => {
      planned = false;
      void ask();
    }, waitMs);
  };
}

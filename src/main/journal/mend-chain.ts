import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import { follows, isSignedBy } from './event-chain.ts';

export type ChainRepair = {
  /** Events that follow from the head, without a gap. */
  readonly missing: readonly DeskEvent[];
  /** Events of this desk that lie behind a gap that nobody can fill: in no state, but they happened. */
  readonly beyond: readonly DeskEvent[];
};

/**
 * Puts a chain together again from whatever copies there are (salvaged behind the damage, a backup, the city). A hash
 * fits in one place only and the desk's signature must hold, so it does not matter who kept an event.
 * `verify` as in `JournalPorts`.
 */
export function mendChain(
  head: LogHead,
  copies: readonly (readonly DeskEvent[])[],
  verify: (hash: Uint8Array, signature: string) => boolean,
): ChainRepair {
  const bySeq = new Map<number, DeskEvent[]>();
  for (const event of copies.flat()) {
    if (event.seq <= head.seq) continue;
    const known = bySeq.get(event.seq) ?? [];
    if (known.some(({ hash }) => hash === event.hash)) continue;
    bySeq.set(event.seq, [...known, event]);
  }
  const missing: DeskEvent[] = [];
  let at = head;
  for (;;) {
    const next = bySeq.get(at.seq + 1)?.find((event) => follows(at, event) && isSignedBy(verify, event));
    if (next === undefined) break;
    missing.push(next);
    at = { seq: next.seq, hash: next.hash };
  }
  const beyond = [...bySeq.values()]
    .flat()
    .filter((event) => event.seq > at.seq && isSignedBy(verify, event))
    .sort((a, b) => a.seq - b.seq);
  return { missing, beyond };
}

import type { CommandId, DeskId } from '../../shared/base/ids.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import { EMPTY_HEAD } from './event-chain.ts';
import type { RecordPlace } from './load-segments.ts';

export type CommitPlace = { readonly firstSeq: number; readonly place: RecordPlace };

/** What is kept in memory of the journal: where each commit lies, not its events. */
export type JournalIndex = {
  readonly head: () => LogHead;
  readonly desk: () => DeskId | null;
  readonly findCommand: (command: CommandId) => CommitPlace | null;
  /** Commits from the one that holds `seq` on. */
  readonly from: (seq: number) => Iterable<CommitPlace>;
  readonly add: (events: readonly DeskEvent[], place: RecordPlace) => void;
};

export function createJournalIndex(): JournalIndex {
  const commits: CommitPlace[] = [];
  const byCommand = new Map<CommandId, CommitPlace>();
  let head: LogHead = EMPTY_HEAD;
  let desk: DeskId | null = null;

  /** Position of the last commit whose first event is at or before `seq`. */
  function positionOf(seq: number): number {
    let low = 0;
    let high = commits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((commits[middle]?.firstSeq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  return {
    head: () => head,
    desk: () => desk,
    findCommand: (command) => byCommand.get(command) ?? null,
    *from(seq) {
      for (let at = positionOf(seq); at < commits.length; at += 1) {
        const commit = commits[at];
        if (commit !== undefined) yield commit;
      }
    },
    add: (events, place) => {
      const [first] = events;
      const last = events.at(-1);
      if (first === undefined || last === undefined) throw new Error('an empty commit');
      const commit = { firstSeq: first.seq, place };
      commits.push(commit);
      // The city may have had a commit in two halves: the first is where it begins.
      if (!byCommand.has(first.command)) byCommand.set(first.command, commit);
      desk ??= first.desk;
      head = { seq: last.seq, hash: last.hash };
    },
  };
}

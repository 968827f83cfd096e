import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const AGAIN_AFTER_MS = 150;
const MOST_TRIES = 20;

/** What the officer does comes first: two readers on two cores would make keys wait [NR-10]. */
export function letOthersFirst(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it: it reads all the same.
  }
  if (process.platform === 'linux') lowerSession(child, MOST_TRIES);
}

/**
 * Linux shares the processor out among sessions first and only then, by priority, among the processes of each
 * (sched(7), autogroup). A program in a session of its own thus took as much as the whole window, whatever its
 * priority: 52 to 52 of a core beside one at work, measured; with its session lowered 5 to 51.
 */
function lowerSession(child: ChildProcess, triesLeft: number): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    writeFileSync(`/proc/${child.pid}/autogroup`, String(constants.priority.PRIORITY_BELOW_NORMAL));
  } catch (thrown) {
    // The kernel takes ten such words a second from all users; without autogroups there is nothing to lower.
    const busy = thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN';
    if (busy && triesLeft > 1) setTimeout(() => lowerSession(child, triesLeft - 1), AGAIN_AFTER_MS).unref();
  }
}

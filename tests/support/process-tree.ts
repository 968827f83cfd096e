import { readdirSync, readFileSync } from 'node:fs';

type Process = { readonly pid: number; readonly parent: number; readonly words: string };

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The program's name stands in parentheses and may hold anything.
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent, words }];
      } catch {
        // Ended while we looked.
        return [];
      }
    });
}

function treeOf(all: readonly Process[], roots: readonly number[]): readonly number[] {
  const found = new Set(roots);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** Every process whose command line names `mark` (a profile folder), with all that they started; never this process. */
export function processesOf(mark: string): readonly number[] {
  const all = processes();
  const named = all.filter(({ pid, words }) => pid !== process.pid && words.includes(mark));
  return treeOf(
    all,
    named.map(({ pid }) => pid),
  );
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

/** Every process of `mark` stands still. */
export function stopProcesses(mark: string): void {
  for (const pid of processesOf(mark)) send(pid, 'SIGSTOP');
}

/** And goes on. */
export function continueProcesses(mark: string): void {
  for (const pid of processesOf(mark)) send(pid, 'SIGCONT');
}

const RETRY_MS = 20;

/**
 * Ends every process of `mark` as a power cut does: all stand still first, so that none sees another die and tidies up.
 * Answers when none is left.
 */
export async function cutPower(mark: string): Promise<void> {
  for (let pids = processesOf(mark); pids.length > 0; pids = processesOf(mark)) {
    for (const pid of pids) send(pid, 'SIGSTOP');
    for (const pid of new Set([...pids, ...processesOf(mark)])) send(pid, 'SIGKILL');
    await new Promise((settle) => setTimeout(settle, RETRY_MS));
  }
}

/** The same from within: this process, all that bear `mark` and all that they started end now; nothing after it runs. */
export function cutOwnPower(mark: string): never {
  const all = processes();
  const named = all.filter(({ words }) => words.includes(mark)).map(({ pid }) => pid);
  const others = treeOf(all, [process.pid, ...named]).filter((pid) => pid !== process.pid);
  for (const pid of others) send(pid, 'SIGSTOP');
  for (const pid of others) send(pid, 'SIGKILL');
  for (;;) process.kill(process.pid, 'SIGKILL');
}

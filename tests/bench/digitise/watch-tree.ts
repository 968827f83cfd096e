import { readFileSync } from 'node:fs';
import { processesOf } from '../../support/process-tree.ts';

const TICKS_PER_SECOND = 100;
const KILOBYTE = 1024;
const MEGABYTE = 1024 * 1024;

/** utime, stime, cutime and cstime of a process, in seconds of a processor; zeros when it is gone. */
function cpuTimesOf(pid: number | 'self'): readonly number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return words.slice(11, 15).map((ticks) => Number(ticks) / TICKS_PER_SECOND);
  } catch {
    return [0, 0, 0, 0];
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** What a process and the children that it has buried have used. */
const cpuSecondsOf = (pid: number): number => sum(cpuTimesOf(pid));

/** What the children have used that this process has buried. */
export const cpuSecondsOfChildren = (): number => sum(cpuTimesOf('self').slice(2));

/** In MB. */
export type Memory = {
  /**
   * What only the process's end gives back: memory behind which no file stands, memory shared with others in parts (so
   * that a tree's sum counts it once), and what of it was swapped out.
   */
  readonly own: number;
  /**
   * With its share of the files that are mapped, programs mostly. That share falls and rises with every other Chromium on
   * the machine (130 MB for the tree of one desk, between none and three of them), so no growth can be told by it.
   */
  readonly withPrograms: number;
};

const NONE: Memory = { own: 0, withPrograms: 0 };

/** Each page of memory counts as the part of it that falls to the process (PSS): by RSS each shared one counts many times. */
function memoryOf(pid: number): Memory {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const megabytes = (name: string): number =>
      (Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) * KILOBYTE) / MEGABYTE;
    const swapped = megabytes('SwapPss');
    return {
      own: megabytes('Pss_Anon') + megabytes('Pss_Shmem') + swapped,
      withPrograms: megabytes('Pss') + swapped,
    };
  } catch {
    return NONE;
  }
}

export type TreeWatch = {
  /** Most memory of all processes together, seen since the last call. */
  readonly takePeak: () => Memory;
  readonly stop: () => { readonly cpuSeconds: number };
};

/**
 * Looks now and then at all processes whose command line names `mark`, with what they started. Processor time of a
 * process that comes and goes between two looks is in its parent's.
 */
export function watchTree(mark: string, everyMs = 100, withMemory = false): TreeWatch {
  let cpuSeconds = 0;
  let peak = NONE;
  const look = (): void => {
    const pids = processesOf(mark);
    // Who has gone meanwhile is in its parent's time; at the very end nobody is left, so the most counts.
    cpuSeconds = Math.max(cpuSeconds, sum(pids.map(cpuSecondsOf)));
    if (!withMemory) return;
    const seen = pids.map(memoryOf);
    peak = {
      own: Math.max(peak.own, sum(seen.map(({ own }) => own))),
      withPrograms: Math.max(peak.withPrograms, sum(seen.map(({ withPrograms }) => withPrograms))),
    };
  };
  const timer = setInterval(look, everyMs);
  return {
    takePeak: () => {
      const seen = peak;
      peak = NONE;
      return seen;
    },
    stop: () => {
      clearInterval(timer);
      return { cpuSeconds };
    },
  };
}

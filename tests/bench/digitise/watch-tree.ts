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

/** Memory that would be free without the process: what it shares counts in parts. */
function megabytesOf(pid: number): number {
  try {
    const [, pss = '0'] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return (Number(pss) * KILOBYTE) / MEGABYTE;
  } catch {
    return 0;
  }
}

export type TreeWatch = {
  /** Most memory seen since the last call, in MB. */
  readonly takePeakMegabytes: () => number;
  readonly stop: () => { readonly cpuSeconds: number };
};

/**
 * Looks now and then at all processes whose command line names `mark`, with what they started. Processor time of a
 * process that comes and goes between two looks is in its parent's.
 */
export function watchTree(mark: string, everyMs = 100, withMemory = false): TreeWatch {
  let cpuSeconds = 0;
  let peak = 0;
  const look = (): void => {
    const pids = processesOf(mark);
    // Who has gone meanwhile is in its parent's time; at the very end nobody is left, so the most counts.
    cpuSeconds = Math.max(cpuSeconds, sum(pids.map(cpuSecondsOf)));
    if (withMemory) peak = Math.max(peak, sum(pids.map(megabytesOf)));
  };
  const timer = setInterval(look, everyMs);
  return {
    takePeakMegabytes: () => {
      const seen = peak;
      peak = 0;
      return seen;
    },
    stop: () => {
      clearInterval(timer);
      return { cpuSeconds };
    },
  };
}

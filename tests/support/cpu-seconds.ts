import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Fields of /proc/PID/stat after the name, which may hold anything; null when the process is gone. */
function statOf(pid: string): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // it ended meanwhile
  }
}

const secondsOf = (stat: readonly string[]): number =>
  (Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND;

/** CPU seconds that a process and its children at work have used; what ended children used is their parent's own figure. */
export function cpuSecondsOf(pid: number): number {
  const own = statOf(String(pid));
  if (own === null) return 0;
  const ended = (Number(own[13]) + Number(own[14])) / TICKS_PER_SECOND;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.[1] === String(pid));
  return (
    secondsOf(own) + ended + children.reduce((sum, stat) => sum + (stat === null ? 0 : secondsOf(stat)), 0)
  );
}

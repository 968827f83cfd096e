import { faulty } from './line-fault.ts';
import type { Log } from './ports.ts';

/** Whatever is thrown is this desk's own (a store that cannot save): told, tried again, never the end of the line. */
export function deskTrouble(log: Log, defect: unknown) {
  log('line-defect', { what: defect instanceof Error ? defect.message : 'unknown' });
  return faulty('desk-trouble', 'defect');
}

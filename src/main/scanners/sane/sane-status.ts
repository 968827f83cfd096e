import type { ProgramEnd } from '../programs/run-program.ts';
import type { ScannerFailureCode } from '../scanner-failure.ts';

/** SANE_Status (sane.h), which scanimage gives back as its exit code once the device is open. */
const BY_STATUS: Readonly<Record<number, ScannerFailureCode>> = {
  2: 'scan-cancelled',
  3: 'scanner-busy',
  6: 'scanner-jammed',
  7: 'scanner-empty',
  8: 'scanner-cover-open',
  9: 'scanner-gone',
  11: 'scanner-access-denied',
};

/**
 * The words of sane_strstatus, in the C locale. They count where there is no number: while the device is being opened the
 * exit code is 1 whatever happened, and a driver that hangs after its fault (many do, in sane_cancel) has none at all.
 */
const BY_WORDS: readonly (readonly [string, ScannerFailureCode])[] = [
  ['Device busy', 'scanner-busy'],
  ['Access to resource has been denied', 'scanner-access-denied'],
  ['Document feeder jammed', 'scanner-jammed'],
  ['Document feeder out of documents', 'scanner-empty'],
  ['Scanner cover is open', 'scanner-cover-open'],
  ['Error during device I/O', 'scanner-gone'],
  ['open of device', 'scanner-gone'],
  ['no SANE devices found', 'scanner-gone'],
];

/** What a run of scanimage ended with; null when all went as it should. */
export function saneFault({ end, status, stderr }: ProgramEnd): ScannerFailureCode | null {
  if (end === 'missing-program') return 'scanner-missing-program';
  if (end === 'cancelled') return 'scan-cancelled';
  const said = BY_WORDS.find(([words]) => stderr.includes(words))?.[1];
  if (end === 'hung') return said ?? 'scanner-hung';
  if (status === 0) return null;
  if (status === null) return 'scanner-failed';
  return BY_STATUS[status] ?? said ?? 'scanner-failed';
}

import type { ScanimageEnd } from './run-scanimage.ts';
import type { ScannerFailureCode } from './scanner-failure.ts';

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

/** While the device is being opened the exit code is 1 whatever happened; only the words of sane_strstatus differ. */
const BY_WORDS: readonly (readonly [string, ScannerFailureCode])[] = [
  ['Device busy', 'scanner-busy'],
  ['Access to resource has been denied', 'scanner-access-denied'],
  ['open of device', 'scanner-gone'],
  ['no SANE devices found', 'scanner-gone'],
];

/** What a run of scanimage ended with; null when all went as it should. */
export function saneFault({ end, status, stderr }: ScanimageEnd): ScannerFailureCode | null {
  if (end === 'missing-program') return 'scanner-missing-program';
  if (end === 'cancelled') return 'scan-cancelled';
  if (end === 'hung') return 'scanner-hung';
  if (status === 0) return null;
  if (status === null) return 'scanner-failed';
  return BY_STATUS[status] ?? BY_WORDS.find(([words]) => stderr.includes(words))?.[1] ?? 'scanner-failed';
}

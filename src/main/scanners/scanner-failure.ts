import { type Failure, fail, type Remedy } from '../../shared/base/result.ts';

/** What an officer can be told about a scanner; the sentence is looked up by the code. */
const REMEDIES = {
  'scanner-jammed': 'officer-decides',
  'scanner-cover-open': 'officer-decides',
  'scanner-empty': 'officer-decides',
  'scanner-no-feeder': 'officer-decides',
  'scanner-no-duplex': 'officer-decides',
  'scanner-sheet-fault': 'officer-decides',
  'scanner-busy': 'retry-later',
  'scanner-gone': 'officer-decides',
  'scanner-hung': 'officer-decides',
  'scanner-access-denied': 'call-support',
  'scanner-missing-program': 'call-support',
  'scanner-failed': 'retry-later',
  'scanner-driver-ended': 'officer-decides',
  'scanner-answer-garbled': 'call-support',
  'scanner-certificate-changed': 'officer-decides',
  'scanner-address-bad': 'officer-decides',
  'scanner-not-at-address': 'officer-decides',
  'scan-cancelled': 'officer-decides',
} as const satisfies Record<string, Remedy>;

export type ScannerFailureCode = keyof typeof REMEDIES;
export type ScannerFailure = Failure<ScannerFailureCode>;

export const scannerFailure = (
  code: ScannerFailureCode,
  facts: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly failure: ScannerFailure } => fail(code, REMEDIES[code], facts);

import type { ScannerFailureCode } from '../../scanner-failure.ts';
import { child, nodes, readXml, text } from './read-xml.ts';

export type ScannerStatus = {
  /** Idle, Processing, Testing, Stopped, Down; null when it does not say. */
  readonly state: string | null;
  readonly adfState: string | null;
  /** `JobStateReason`s of the job asked for. */
  readonly reasons: readonly string[];
};

/** Reads `ScannerStatus` (Mopria eSCL 2.x, §6); null when it is not such a document. @param jobPath of the job at hand */
export function parseStatus(xml: string, jobPath?: string): ScannerStatus | null {
  const root = readXml(xml, 'ScannerStatus');
  if (root === null) return null;
  const jobs = nodes(child(root, 'Jobs'), 'JobInfo');
  const ours = jobs.find((job) => jobPath !== undefined && (text(job, 'JobUri') ?? '').endsWith(jobPath));
  return {
    state: text(root, 'State'),
    adfState: text(root, 'AdfState'),
    reasons: nodes(ours ?? null, 'JobStateReasons').flatMap((each) => text(each, 'JobStateReason') ?? []),
  };
}

/** The feeder's states that are faults; `Empty` is one only for a scan that has no page. */
const ADF_FAULTS: Readonly<Record<string, ScannerFailureCode>> = {
  ScannerAdfEmpty: 'scanner-empty',
  ScannerAdfJam: 'scanner-jammed',
  ScannerAdfHatchOpen: 'scanner-cover-open',
  ScannerAdfMispick: 'scanner-sheet-fault',
  ScannerAdfMultipickDetected: 'scanner-sheet-fault',
  ScannerAdfDuplexPageTooShort: 'scanner-sheet-fault',
  ScannerAdfDuplexPageTooLong: 'scanner-sheet-fault',
  ScannerAdfInputTrayFailed: 'scanner-failed',
  ScannerAdfInputTrayOverloaded: 'scanner-sheet-fault',
};

/** What stops the feeder, by its own state; null when it can feed, or does not say. */
export const adfFault = (status: ScannerStatus | null): ScannerFailureCode | null =>
  ADF_FAULTS[status?.adfState ?? ''] ?? null;

/** What stops the device whichever source is wanted. */
export function deviceFault(status: ScannerStatus | null): ScannerFailureCode | null {
  if (status?.state === 'Stopped' || status?.state === 'Down') return 'scanner-failed';
  return status?.state === 'Processing' || status?.state === 'Testing' ? 'scanner-busy' : null;
}

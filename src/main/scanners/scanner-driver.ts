import type { Failure, Result } from '../../shared/base/result.ts';
import type { Scanner, ScannerKind, ScanReply, ScanRequest } from '../../shared/contracts/bridge/scanning.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import type { ScannerFailure } from './scanner-failure.ts';

/**
 * Keeps one scanned page (a picture or a PDF as it came from the driver) where nothing can take it away again. Resolves
 * when it is durable. A refusal (a full disk) stops the scan and becomes its fault.
 */
export type KeepScannedPage = (
  bytes: Buffer,
  name: string,
) => Promise<Result<readonly StoredPage[], Failure>>;

/** What one scan gave: the pages kept, in order, and what ended it (null: as it should). */
export type ScanOutcome = Pick<ScanReply, 'pages' | 'fault'>;
export type ScanFault = NonNullable<ScanReply['fault']>;

/**
 * The port: one implementation a way of speaking with scanners. Every driver's work is done in a process of its own; every
 * promise settles, whether that process lives, hangs or is killed.
 */
export type ScannerDriver = {
  readonly kind: ScannerKind;
  /** Scanners that answer now; none is an empty list. Fails only when the driver itself is missing or hangs. */
  readonly list: () => Promise<Result<readonly Scanner[], ScannerFailure>>;
  /**
   * Scans until the feeder is empty, or one page from the glass; each page is handed to `keepPage` as soon as it is whole,
   * in order, while the next is scanned.
   * Fails when scanning could not begin. Once it began, it answers with the pages kept and the fault that ended it,
   * null when it ended as it should; what was kept before a fault stays.
   */
  readonly scan: (
    request: ScanRequest,
    keepPage: KeepScannedPage,
    signal: AbortSignal,
  ) => Promise<Result<ScanOutcome, ScannerFailure>>;
};

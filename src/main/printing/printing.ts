import type { Failure, Result } from '../../shared/base/result.ts';

export type PrinterInfo = { readonly name: string; readonly isDefault: boolean };

export type PrintJob = {
  /** A whole PDF. */
  readonly bytes: Uint8Array;
  /** null: the default printer, or the only one. */
  readonly printer: string | null;
  readonly copies: number;
  /** Shown in the queue and kept in the system's log: a code, never a person's name. */
  readonly title: string;
};

/**
 * `printing-not-installed`: the system has no print programs; so it is on Windows. `no-printer`: none is set up, or not the one asked for.
 * `printer-refused`: the queue did not take the job. `printer-hung`: no answer in time; whether it prints is unknown,
 * so nothing is sent again by itself.
 */
export type PrintFailure = Failure<
  'printing-not-installed' | 'no-printer' | 'printer-refused' | 'printer-hung'
>;

/** Port: putting PDFs on paper. */
export type Printing = {
  readonly listPrinters: () => Promise<Result<readonly PrinterInfo[], PrintFailure>>;
  /** Settles when the queue has taken the whole document, not when the paper is out. `job` names it in the queue. */
  readonly printPdf: (job: PrintJob) => Promise<Result<{ readonly job: string }, PrintFailure>>;
};

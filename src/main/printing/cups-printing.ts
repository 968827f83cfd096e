import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { PrinterInfo, PrintFailure, Printing, PrintJob } from './printing.ts';
import { runProgram } from './run-program.ts';

export type CupsOptions = {
  /** Where PATH and CUPS_SERVER are taken from. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
};

/** Taking a job over means copying it into the spool: seconds even for a slow print server. */
const WATCHDOG_MS = 20_000;

/** Printing by CUPS' own programs; the document goes in on standard input, so no clear file is left lying about. */
export function createCupsPrinting(options: CupsOptions = {}): Printing {
  const environment = options.environment ?? process.env;
  const timeoutMs = options.timeoutMs ?? WATCHDOG_MS;

  const ask = async (
    program: string,
    programArguments: readonly string[],
    input?: Uint8Array,
  ): Promise<Result<{ readonly exitCode: number; readonly output: string }, PrintFailure>> => {
    const end = await runProgram(program, programArguments, {
      environment,
      timeoutMs,
      ...(input === undefined ? {} : { input }),
    });
    switch (end.outcome) {
      case 'ended':
        return ok(end);
      case 'not-installed':
        return fail('printing-not-installed', 'call-support');
      case 'hung':
        return fail('printer-hung', 'officer-decides');
    }
  };

  const listPrinters = async (): Promise<Result<readonly PrinterInfo[], PrintFailure>> => {
    const names = await ask('lpstat', ['-e']);
    if (!names.ok) return names;
    const preferred = await ask('lpstat', ['-d']);
    if (!preferred.ok) return preferred;
    const defaultName = /^system default destination: (\S+)/m.exec(preferred.value.output)?.[1];
    return ok(
      names.value.output
        .split('\n')
        .filter((name) => name !== '')
        .map((name) => ({ name, isDefault: name === defaultName })),
    );
  };

  const printPdf = async (job: PrintJob): Promise<Result<{ readonly job: string }, PrintFailure>> => {
    const printers = await listPrinters();
    if (!printers.ok) return printers;
    const printer = choosePrinter(printers.value, job.printer);
    if (printer === undefined) {
      return fail('no-printer', 'officer-decides', { printer: job.printer ?? '' });
    }
    const sent = await ask(
      'lp',
      ['-d', printer, '-n', String(job.copies), '-t', job.title.slice(0, 120), '-'],
      job.bytes,
    );
    if (!sent.ok) return sent;
    const id = /^request id is (\S+)/m.exec(sent.value.output)?.[1];
    if (sent.value.exitCode !== 0 || id === undefined) {
      return fail('printer-refused', 'retry-later', { printer });
    }
    return ok({ job: id });
  };

  return { listPrinters, printPdf };
}

/** Only a name that the system itself lists is ever handed to a program. */
function choosePrinter(printers: readonly PrinterInfo[], wanted: string | null): string | undefined {
  if (wanted !== null) return printers.find((printer) => printer.name === wanted)?.name;
  const preferred = printers.find((printer) => printer.isDefault);
  return (preferred ?? (printers.length === 1 ? printers[0] : undefined))?.name;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { ScanRequest } from '../../../../shared/contracts/bridge/scanning.ts';
import type { ScannerFailureCode } from '../../scanner-failure.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import { type EsclTarget, exchange, readText, retryAfterMs } from '../protocol/exchange.ts';
import { pageFileName, writePageFile } from '../protocol/page-file.ts';
import { scanSettings } from '../protocol/scan-settings.ts';
import { adfFault, deviceFault, parseStatus, type ScannerStatus } from '../protocol/scanner-status.ts';
import type { EsclTiming } from './timing.ts';

/** How a job ended: null as it should. `began` false: the scanner took no job. */
export type JobEnd = {
  readonly code: ScannerFailureCode | null;
  readonly said: string;
  readonly began: boolean;
};

export type Job = {
  readonly target: EsclTarget;
  readonly caps: Capabilities;
  readonly request: ScanRequest;
  readonly folder: string;
  readonly onPage: (file: string) => void;
  readonly signal: AbortSignal;
  readonly timing: EsclTiming;
};

/** A 404 that is told by one of these ended the job before its time. */
const BROKEN_OFF = /^(?:Aborted|JobCanceled)/;

/** One scan from its status to its end (Mopria eSCL 2.x, §4): every page that came whole lies in the folder. */
export async function runJob(job: Job): Promise<JobEnd> {
  const { target, caps, request, signal, timing } = job;
  const notBegun = (code: ScannerFailureCode, said = ''): JobEnd => ({ code, said, began: false });

  const settings = scanSettings(request, caps);
  if (typeof settings === 'string') return notBegun(settings);

  const deadline = performance.now() + timing.readyMs;
  for (;;) {
    if (signal.aborted) return notBegun('scan-cancelled');
    const before = await askStatus(job);
    const stopped = (request.source === 'flatbed' ? null : adfFault(before)) ?? deviceFault(before);
    if (stopped !== null && stopped !== 'scanner-busy') return notBegun(stopped, before?.adfState ?? '');
    const posted = await exchange(
      { target, method: 'POST', path: 'ScanJobs', body: settings.xml, silenceMs: timing.pageMs, signal },
      readText,
    );
    if (!posted.ok) return notBegun(posted.failure.code, String(posted.failure.facts?.said ?? ''));
    const { status, headers } = posted.value;
    const location = headers.location;
    if (status === 201 && location !== undefined) {
      // Only its path counts: devices name themselves by addresses that are not theirs (localhost, an old one).
      const path = new URL(location, target.base).pathname;
      return { ...(await fetchPages(job, path)), began: true };
    }
    if (status === 401 || status === 403) return notBegun('scanner-access-denied', String(status));
    if (status !== 503) {
      const fault = adfFault(await askStatus(job));
      return notBegun(
        request.source === 'flatbed' ? 'scanner-failed' : (fault ?? 'scanner-failed'),
        String(status),
      );
    }
    const pauseMs = retryAfterMs(headers);
    if (performance.now() + pauseMs > deadline) return notBegun('scanner-busy', '503');
    await pause(pauseMs, signal);
  }
}

/** Waits, or ends early without a word when the signal does. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal }).catch(() => {});

async function askStatus({ target, timing }: Job, jobPath?: string): Promise<ScannerStatus | null> {
  const asked = await exchange(
    { target, method: 'GET', path: 'ScannerStatus', silenceMs: timing.askMs },
    readText,
  );
  return asked.ok && asked.value.status === 200 ? parseStatus(asked.value.body, jobPath) : null;
}

async function fetchPages(job: Job, path: string): Promise<Omit<JobEnd, 'began'>> {
  const { target, request, folder, onPage, signal, timing } = job;
  const glass = request.source === 'flatbed';
  const next = `${path.replace(/\/$/, '')}/NextDocument`;
  let pages = 0;
  let deadline = performance.now() + timing.pageMs;
  const done = { code: null, said: '' };
  /** What the feeder itself says goes before what was seen on the line; that it is empty says nothing about a cut line. */
  const endedBy = async (code: ScannerFailureCode, said: string) => {
    const seen = code === 'scan-cancelled' || glass ? null : adfFault(await askStatus(job, path));
    // so that the device does not wait for somebody to fetch the rest
    await exchange({ target, method: 'DELETE', path, silenceMs: timing.askMs }, readText);
    return { code: seen === null || seen === 'scanner-empty' ? code : seen, said };
  };

  for (;;) {
    const asked = await exchange(
      { target, method: 'GET', path: next, silenceMs: timing.pageMs, signal },
      async (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          return null;
        }
        const name = pageFileName(pages + 1, response.headers);
        return (await writePageFile(folder, name, response)) ? name : '';
      },
    );
    if (!asked.ok) return endedBy(asked.failure.code, String(asked.failure.facts?.said ?? ''));
    const { status, headers, body: file } = asked.value;
    if (file === '') return endedBy('scanner-answer-garbled', 'half a page');
    if (file !== null) {
      pages++;
      onPage(file);
      deadline = performance.now() + timing.pageMs;
      if (!glass) continue;
      await exchange({ target, method: 'DELETE', path, silenceMs: timing.askMs }, readText);
      return done;
    }
    if (status === 404 || status === 410) {
      const after = await askStatus(job, path);
      const brokenOff = after?.reasons.find((reason) => BROKEN_OFF.test(reason));
      const fault = glass ? null : adfFault(after);
      if (fault !== null && fault !== 'scanner-empty') return { code: fault, said: after?.adfState ?? '' };
      if (brokenOff !== undefined)
        return { code: /Cancel/.test(brokenOff) ? 'scan-cancelled' : 'scanner-failed', said: brokenOff };
      if (pages > 0) return done;
      return { code: glass ? 'scanner-failed' : 'scanner-empty', said: String(status) };
    }
    if (status !== 503) return endedBy('scanner-failed', String(status));
    // Not ready: the sheet is on its way, or stuck.
    const fault = glass ? null : adfFault(await askStatus(job, path));
    if (fault !== null && fault !== 'scanner-empty') return endedBy(fault, '503');
    const pauseMs = retryAfterMs(headers);
    if (performance.now() + pauseMs > deadline) return endedBy('scanner-hung', '503');
    await pause(pauseMs, signal);
    if (signal.aborted) return endedBy('scan-cancelled', '');
  }
}

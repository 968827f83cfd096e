import type { IncomingHttpHeaders } from 'node:http';
import { faulty, type LineFault } from './line-fault.ts';

/** Routes that do not exist: this machine is off the net. */
const NO_NETWORK = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']);
const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
/** OpenSSL's and Node's words for a certificate that is not to be trusted; its dates have kinds of their own. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET|ALTNAME/;
const CERTIFICATE_DATES = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED']);

/** A certificate whose dates do not hold now: either it is wrong, or this machine's clock is. */
export const isAboutDates = (fault: LineFault): boolean => CERTIFICATE_DATES.has(fault.code);

function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return 'unknown';
  // Several addresses were tried: what became of the first is told.
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0], depth + 1);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause, depth + 1);
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;

/** A call that ended without a reply. */
export function faultOfError(error: unknown, hasNetwork: boolean): LineFault {
  const code = codeOf(error);
  if (code === 'ERR_PROXY_TUNNEL' && statusOf(error) === 407)
    return faulty('proxy-login', code, { status: 407 }).fault;
  if (!hasNetwork || NO_NETWORK.has(code)) return faulty('no-network', code).fault;
  if (NO_NAME.has(code)) return faulty('no-name', code).fault;
  if (CERTIFICATE.test(code)) return faulty('wrong-certificate', code).fault;
  return faulty('city-unreachable', code).fault;
}

/**
 * `Retry-After`: seconds or an HTTP date (RFC 9110 §10.2.3), as milliseconds from now; null when there is none. A date is
 * held against the reply's own `Date`, for this machine's clock may be wrong.
 */
export function parseRetryAfter(headers: IncomingHttpHeaders): number | null {
  const value = headers['retry-after'];
  if (value === undefined || value === '') return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.parse(headers.date ?? '');
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** A reply whose status is no success; `refusalCode` when its body is the city's own refusal. */
export function faultOfStatus(
  status: number,
  refusalCode: string | null,
  headers: IncomingHttpHeaders,
): LineFault {
  const retryAfterMs = parseRetryAfter(headers);
  if (status === 407) return faulty('proxy-login', 'http-407', { status }).fault;
  // The city does not redirect, portals do; 511 is their own number (RFC 6585).
  if (status === 511 || (status >= 300 && status < 400))
    return faulty('captive-portal', `http-${status}`, { status }).fault;
  if (status === 429 || status >= 500)
    return faulty('city-failing', `http-${status}`, { status, retryAfterMs }).fault;
  if (refusalCode !== null) return faulty('refused', refusalCode, { status, retryAfterMs }).fault;
  return faulty('not-the-city', `http-${status}`, { status }).fault;
}

/** A success that does not speak the city's language: a web page is a portal's, anything else is somebody's. */
export function faultOfStrangeSuccess(status: number, headers: IncomingHttpHeaders, code: string): LineFault {
  const isWebPage = /\bhtml\b/.test(headers['content-type'] ?? '');
  return faulty(isWebPage ? 'captive-portal' : 'not-the-city', code, { status }).fault;
}

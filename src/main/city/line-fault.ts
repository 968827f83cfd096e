import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';

/**
 * Why nothing came of a call. `refused`: the city itself said no, `code` says why. `desk-trouble`: the city did its part,
 * but this desk could not keep or read something (a full disk).
 */
export type LineFault = {
  readonly kind:
    | 'no-network'
    | 'city-unreachable'
    | 'not-the-city'
    | 'city-failing'
    | 'refused'
    | 'desk-trouble'
    | 'stopped';
  readonly code: string;
  readonly status: number | null;
  /** What `Retry-After` asked for. */
  readonly retryAfterMs: number | null;
};

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: LineFault };

export const faulty = (
  kind: LineFault['kind'],
  code: string,
  more: { readonly status?: number; readonly retryAfterMs?: number | null } = {},
): { readonly ok: false; readonly fault: LineFault } => ({
  ok: false,
  fault: { kind, code, status: more.status ?? null, retryAfterMs: more.retryAfterMs ?? null },
});

export const given = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Names that do not resolve and routes that do not exist: this machine is off the net. */
const NO_NETWORK = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']);

function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0], depth + 1);
  // tus-js-client keeps the socket's error here.
  if ('causingError' in error && error.causingError !== null) return codeOf(error.causingError, depth + 1);
  return error.cause === undefined ? error.name : codeOf(error.cause, depth + 1);
}

/** A call that ended without a reply. */
export function faultOfError(error: unknown, hasNetwork: boolean): LineFault {
  const code = codeOf(error);
  const kind = NO_NETWORK.has(code) || !hasNetwork ? 'no-network' : 'city-unreachable';
  return faulty(kind, code).fault;
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3), as milliseconds from now; null when there is none. */
export function parseRetryAfter(value: string | null | undefined, nowMs: number): number | null {
  if (value === null || value === undefined || value === '') return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** A reply whose status is no success; `refusalCode` when its body is the city's own refusal. */
export function faultOfStatus(
  status: number,
  refusalCode: string | null,
  retryAfterMs: number | null,
): LineFault {
  if (status === 429 || (status >= 500 && status !== 511))
    return faulty('city-failing', `http-${status}`, { status, retryAfterMs }).fault;
  if (refusalCode !== null) return faulty('refused', refusalCode, { status, retryAfterMs }).fault;
  // Redirects, proxy log-ins (407), portals (511) and pages that no city wrote.
  return faulty('not-the-city', `http-${status}`, { status }).fault;
}

/** What the screen may say of the line. */
export function stateOf(fault: LineFault): LineStatus['state'] {
  switch (fault.kind) {
    case 'refused':
      return 'city-refuses-desk';
    case 'stopped':
      return 'city-unreachable';
    case 'desk-trouble':
      return 'desk-cannot-keep';
    default:
      return fault.kind;
  }
}

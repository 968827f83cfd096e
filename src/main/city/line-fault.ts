import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';

/**
 * Why nothing came of a call. `refused`: the city itself said no, `code` says why. `desk-trouble`: the city did its part,
 * but this desk could not keep or read something (a full disk). The others are states of the line (LineStatus).
 */
export type LineFault = {
  readonly kind:
    | 'no-network'
    | 'no-name'
    | 'city-unreachable'
    | 'captive-portal'
    | 'proxy-login'
    | 'wrong-clock'
    | 'wrong-certificate'
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

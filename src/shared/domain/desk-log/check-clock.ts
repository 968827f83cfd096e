import type { Instant } from '../../base/dates.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { Fact } from './fact.ts';

/** Longer than a queue of commits or a slow disk takes, far shorter than a back-dated receipt needs. */
const AGREE_MS = 10 * 60_000;

function momentOf(fact: Fact): Instant | null {
  switch (fact.type) {
    case 'dossier-received':
      return fact.receivedAt;
    case 'receipt-issued':
    case 'intake-slip-issued':
      return fact.issuedAt;
    default:
      return null;
  }
}

/**
 * The moment that a paper will show is the window's word: it must lie within ten minutes of main's own clock, before or
 * after, or numbers of yesterday and of another year could be given out today. Failure: `clock-of-window-differs` {minutes}.
 */
export function checkClock(fact: Fact, now: Instant): Result<null, Failure> {
  const moment = momentOf(fact);
  if (moment === null) return ok(null);
  const apartMs = Math.abs(Date.parse(moment) - Date.parse(now));
  if (apartMs <= AGREE_MS) return ok(null);
  return fail('clock-of-window-differs', 'retry-later', { minutes: Math.round(apartMs / 60_000) });
}

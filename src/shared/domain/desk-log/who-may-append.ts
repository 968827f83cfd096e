import type { Sha256Hex } from '../../base/canonical-json.ts';
import type { Instant } from '../../base/dates.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { Officer } from '../officer/officer.ts';
import { applyFact, stateOn, workbenchOf } from './apply-fact.ts';
import { checkClock } from './check-clock.ts';
import { checkFactStands } from './check-fact-stands.ts';
import { checkGround, type Ground } from './check-ground.ts';
import type { DeskState } from './desk-state.ts';
import type { Fact, FactType } from './fact.ts';

/** `desk`: main itself (enrolment, sign-in after the PIN was checked, leases that the city signed). */
export type Author = Officer | 'desk';

/** Complete by the compiler: whose word each fact is. Nothing that the window asks for may be the desk's word. */
const whoseWord = {
  'desk-enrolled': 'desk',
  'officer-signed-in': 'desk',
  'officer-signed-out': 'desk',
  'number-lease-received': 'desk',
  'number-leases-closed': 'desk',
  'number-voided': 'officer',
  'dossier-received': 'officer',
  'dossier-corrected': 'officer',
  'dossier-code-assigned': 'desk',
  'dossier-code-told': 'officer',
  'receipt-issued': 'officer',
  'intake-slip-issued': 'officer',
  'dossier-submitted': 'officer',
  'dossier-approved': 'officer',
  'dossier-returned': 'officer',
  'dossier-resent': 'officer',
  'conflict-resolved': 'officer',
  'day-closed': 'officer',
} as const satisfies Record<FactType, 'desk' | 'officer'>;

/**
 * Main's guard: may this fact be appended to a log that stands at `state`? It does not trust the window's `decide`.
 * Failures: `fact-not-for-window` (only the desk itself says this), `fact-needs-officer`, `not-signed-in`, and those of
 * `checkFactStands` (role, status, four eyes, content seen, numbers, fees).
 */
export function whoMayAppend(state: DeskState, fact: Fact, author: Author): Result<null, Failure> {
  const facts = { type: fact.type };
  if (author === 'desk') {
    if (whoseWord[fact.type] !== 'desk') return fail('fact-needs-officer', 'call-support', facts);
    return checkFactStands(state, fact, null);
  }
  if (whoseWord[fact.type] !== 'officer') return fail('fact-not-for-window', 'call-support', facts);
  if (state.signedIn?.officerId !== author.officerId || state.signedIn.role !== author.role) {
    return fail('not-signed-in', 'officer-decides', facts);
  }
  return checkFactStands(state, fact, author);
}

/**
 * The same for a whole commit: each fact against the state that those before it make. The first refusal refuses all.
 * Also refuses a dossier that would enter the log without its slip, or a receipt missing where fees are charged and not
 * deferred (`commit-incomplete`), a moment far from `parts.now` (`checkClock`), and what catalogue and calendar do not
 * give (`checkGround`).
 */
export function whoMayAppendAll(
  state: DeskState,
  facts: readonly Fact[],
  author: Author,
  parts: { readonly sha256Hex: Sha256Hex; readonly now: Instant; readonly ground: Ground | null },
): Result<null, Failure> {
  const by = author === 'desk' ? null : author.officerId;
  let judged = state;
  let seq = state.head.seq;
  for (const fact of facts) {
    const allowed = whoMayAppend(judged, fact, author);
    if (!allowed.ok) return allowed;
    const timely = checkClock(fact, parts.now);
    if (!timely.ok) return timely;
    const grounded = checkGround(judged, fact, parts.ground);
    if (!grounded.ok) return grounded;
    seq += 1;
    const bench = workbenchOf(judged);
    applyFact(bench, fact, { seq, at: parts.now, by }, parts.sha256Hex);
    judged = stateOn(bench, judged);
  }
  for (const fact of facts) {
    if (fact.type !== 'dossier-received' && fact.type !== 'dossier-resent') continue;
    const dossier = judged.dossiers.get(fact.dossierId);
    const charged = fact.content.feeLines.some((line) => line.unitVnd > 0);
    const paid = !charged || dossier?.receipt != null || fact.feeDeferred === true;
    if (dossier?.slip == null || !paid) {
      return fail('commit-incomplete', 'call-support', { code: fact.code });
    }
  }
  return ok(null);
}

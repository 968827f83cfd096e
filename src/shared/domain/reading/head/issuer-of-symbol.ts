import { bareText } from '../bare-text.ts';
import type { Candidate } from '../candidate.ts';

/** Looked at, not taken: see below. */
const CUT_OFF = 0.7;

/**
 * The symbol of a number abbreviates the body that issues it (`…/QĐ-TTPVHCC`, NĐ 30/2020): a body whose first letters are
 * only the beginning of it was read without its last line, and is then not sure.
 */
export function heldAgainstSymbol(body: Candidate | null, number: Candidate | null): Candidate | null {
  if (body === null || number === null) return body;
  const symbol = /[-/]([A-ZĐ]{3,})$/u.exec(number.value)?.[1];
  if (symbol === undefined) return body;
  const initials = body.value
    .split(/\s+/)
    .map((word) => bareText(word.charAt(0)))
    .join('');
  const whole = bareText(symbol);
  const isBeginning = whole.startsWith(initials) && whole.length > initials.length;
  return isBeginning ? { ...body, sureness: body.sureness * CUT_OFF } : body;
}

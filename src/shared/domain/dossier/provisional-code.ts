import { z } from 'zod';
import type { LocalDate } from '../../base/dates.ts';
import type { DeskId } from '../../base/ids.ts';

/** Desk, intake day in Hà Nội, number of the desk's day. The last two groups have one shape, so no two desks share one. */
const SHAPE = /^TAM-([A-Z0-9][A-Z0-9-]{1,30})-(\d{6})-(\d{4,9})$/;

/**
 * `TAM-CN02-Q03-261121-0001`: what a dossier is called when no code of its day was left (domain.md §3.1). The city
 * names its desks, so the desk's name makes it unique in the city. It stays known for ever beside the final code.
 */
export const ProvisionalCode = z.string().regex(SHAPE).brand('ProvisionalCode');
export type ProvisionalCode = z.infer<typeof ProvisionalCode>;

export const isProvisional = (code: string): code is ProvisionalCode => SHAPE.test(code);

const dayDigits = (date: LocalDate): string => date.slice(2).replaceAll('-', '');

export function composeProvisionalCode(deskId: DeskId, date: LocalDate, number: number): ProvisionalCode {
  return ProvisionalCode.parse(`TAM-${deskId}-${dayDigits(date)}-${String(number).padStart(4, '0')}`);
}

/** Is this code of that desk and that intake day? The city asks it of a reception, the desk of its own facts. */
export function isProvisionalCodeOf(code: string, deskId: string, date: LocalDate): boolean {
  const [, desk, day] = SHAPE.exec(code) ?? [];
  return desk === deskId && day === dayDigits(date);
}

/** Has it no final code yet? The first letters are looked at first: nearly every code is a final one. */
export const awaitsCode = ({ code }: { readonly code: string }): boolean =>
  code.startsWith('TAM-') && isProvisional(code);

type Called = { readonly code: string; readonly provisionalCode?: ProvisionalCode | undefined };

/** The code this dossier was received under; undefined when it had a final one from the start. */
export const provisionalCodeOf = ({ code, provisionalCode }: Called): ProvisionalCode | undefined =>
  provisionalCode ?? (isProvisional(code) ? code : undefined);

/**
 * The next provisional code of the desk's day: one more than the highest that any dossier of that day ever had, so that
 * none is used twice, also when the first ones have their final codes by now.
 */
export function nextProvisionalCode(
  dossiers: Iterable<Called>,
  deskId: DeskId,
  date: LocalDate,
): ProvisionalCode {
  let highest = 0;
  for (const dossier of dossiers) {
    const code = provisionalCodeOf(dossier);
    if (code === undefined || !isProvisionalCodeOf(code, deskId, date)) continue;
    highest = Math.max(highest, Number(SHAPE.exec(code)?.[3] ?? 0));
  }
  return composeProvisionalCode(deskId, date, highest + 1);
}

import { LocalDate } from '../../shared/base/dates.ts';
import { formatDate } from '../../shared/base/format-date.ts';
import { parseTypedDate } from '../../shared/base/parse-typed-date.ts';
import type { PaperFieldName } from '../../shared/domain/paper/paper.ts';

/** A read value as an officer writes it: kept dates are `yyyy-MM-dd`, shown ones `dd/MM/yyyy`. */
export function fieldText(name: PaperFieldName, value: string): string {
  const date = isDate(name) ? LocalDate.safeParse(value) : null;
  return date?.success ? formatDate(date.data) : value;
}

/** What is kept of a value that an officer typed or accepted; a date that is none is kept as it was typed. */
export function fieldValue(name: PaperFieldName, typed: string): string {
  return isDate(name) ? (parseTypedDate(typed) ?? typed) : typed;
}

const isDate = (name: PaperFieldName): boolean => name.endsWith('-date');

import type { LocalDate } from '../../base/dates.ts';
import { DossierCode } from './dossier-received.ts';

/**
 * `H26.40.02-261121-3017`: unit, intake day in Hà Nội, number of the day, at least four digits, growing when the day
 * is long (TT 03/2025 Đ13 as completed by TT 04/2025; domain.md §3.1).
 */
export function composeDossierCode(unitCode: string, date: LocalDate, number: number): DossierCode {
  const [year = '', month = '', day = ''] = date.split('-');
  return DossierCode.parse(`${unitCode}-${year.slice(2)}${month}${day}-${String(number).padStart(4, '0')}`);
}

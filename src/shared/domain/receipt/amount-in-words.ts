import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import type { AmountVnd } from '../../base/money.ts';

const config = new ReadingConfig();
config.unit = ['đồng'];
// Forms in the north write "linh" and "tỷ"; the package's own words are "lẻ" and "tỉ".
config.oddText = 'linh';
config.units = config.units.map((unit) => unit.map((word) => (word === 'tỉ' ? 'tỷ' : word)));

/** "Số tiền bằng chữ" of a receipt (domain.md §2.8): 105000 → `Một trăm linh năm nghìn đồng`. */
export function amountInWords(amountVnd: AmountVnd): string {
  const words = doReadNumber(String(amountVnd), config).normalize('NFC');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

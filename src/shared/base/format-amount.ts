/** Whole đồng with dots, without the unit: 1234000 → `1.234.000`. */
export const formatAmount = (amountVnd: number): string =>
  String(amountVnd).replace(/\B(?=(?:\d{3})+(?!\d))/g, '.');

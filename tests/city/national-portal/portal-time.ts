import type { Instant } from '../../../src/shared/base/dates.ts';

const HANOI_MS = 7 * 3_600_000;

/** `yyyyMMddHHmmss` in Hà Nội (domain.md §5.2); '' where there is no such moment. */
export function portalTime(at: Instant | string | Date | null): string {
  if (at === null) return '';
  const hanoi = new Date(new Date(at).getTime() + HANOI_MS).toISOString();
  return hanoi.slice(0, 19).replaceAll(/[-T:]/g, '');
}

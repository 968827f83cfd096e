import type { Instant } from '../../shared/base/dates.ts';
import { toHanoiTime } from '../../shared/base/hanoi-time.ts';

/** Both kinds of file; a folder is looked through for these only. */
export const CARRIED_SUFFIX = '.qmc';
const UNFINISHED = '.dang-chep';

/** `2026-11-22_14h05`, by Hà Nội's clock. */
function momentName(at: Instant): string {
  const { date, minuteOfDay } = toHanoiTime(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date}_${two(Math.floor(minuteOfDay / 60))}h${two(minuteOfDay % 60)}`;
}

type Named = {
  readonly deskId: string;
  readonly madeAt: Instant;
  readonly dossiers: number;
  readonly part: number;
  readonly parts: number;
};

const nameOf = (begin: string, { deskId, madeAt, dossiers, part, parts }: Named): string =>
  [
    begin,
    deskId,
    momentName(madeAt),
    `${dossiers}-ho-so`,
    ...(parts > 1 ? [`phan-${part}-tren-${parts}`] : []),
  ].join('_') + CARRIED_SUFFIX;

/** Tells desk, date, dossiers and part. */
export const unsentName = (named: Named): string => nameOf('Ho-so', named);
/** The reply to it stands beside it under a name of its own. */
export const replyName = (named: Named): string => nameOf('Tra-loi', named);

/** What a file is called until it is whole; no reader looks at it. */
export const unfinishedName = (name: string): string => `.${name}${UNFINISHED}`;
/** Of this desk alone: on a shared folder another one may be at work. */
export const isUnfinished = (name: string, deskId: string): boolean =>
  (name.startsWith(`.Ho-so_${deskId}_`) || name.startsWith(`.Tra-loi_${deskId}_`)) &&
  name.endsWith(CARRIED_SUFFIX + UNFINISHED);
export const isCarried = (name: string): boolean => name.endsWith(CARRIED_SUFFIX) && !name.startsWith('.');

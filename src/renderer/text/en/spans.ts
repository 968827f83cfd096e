import type { spans as vi } from '../vi/spans.ts';

/** How long, and when a result is due, in words. */
export const spans: typeof vi = {
  underAMinute: 'under 1 minute',
  minutes: '{{n}} min',
  hours: '{{h}} h {{m}} min',
  days: '{{n}} {{n, noun(one: day; more: days)}}',
  dueToday: 'today {{at}}',
  dueTomorrow: 'tomorrow {{at}}',
  overdue: 'overdue {{at}}',
  noDue: 'no date set',
};

/** How long, and when a result is due, in words. */
export const spans = {
  underAMinute: 'dưới 1 phút',
  minutes: '{{n}} phút',
  hours: '{{h}} giờ {{m}} phút',
  days: '{{n}} ngày',
  dueToday: 'hôm nay {{at}}',
  dueTomorrow: 'mai {{at}}',
  overdue: 'quá hạn {{at}}',
  noDue: 'không hẹn ngày',
};

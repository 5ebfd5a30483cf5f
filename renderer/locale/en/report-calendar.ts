// English strings of purge reports by the calendar, in the room Purge reports.
export const en = {
  title: 'By the calendar',
  about:
    'A report can be drawn up by itself, while Muniment is open and somebody acts in it. What was missed is caught up. Such a report has no lists of open requests and claims, so it can’t be carried out.',
  every: 'Draw up a report',
  set: 'Set',
  never: 'Only when asked',
  month: 'Every month',
  quarter: 'Every quarter',
  year: 'Every year',
  period: 'unless one was made in this {period}',
  monthOf: 'month',
  quarterOf: 'quarter',
  yearOf: 'year',
  next: 'The next one is due on {day}.',
  due: 'One is due now.',
  system:
    'To have reports drawn up while Muniment is closed, too, ask whoever looks after this computer to run “muniment schedule-report install”.',
} as const

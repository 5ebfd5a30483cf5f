// What response times are called, on screen and on paper.

/** Verdicts. */
export const verdictWords = {
  'within-48': 'within 48 hours',
  'within-72': 'within 72 hours',
  late: 'late',
  unanswered: 'unanswered',
  pending: 'time not over yet',
  'not-measurable': 'cannot be measured',
} as const

/** Why something cannot be measured. */
export const unmeasuredWords = {
  'no-time': 'the source does not give the time of day',
  'city-side-missing': 'nothing that the City wrote there is in the vault',
  'capture-ends': 'the newest export or capture was made before the 72 hours were over',
} as const

// English strings about records that say and show the same, in a review.
export const en = {
  twins: { one: '{count} record says and shows the same', other: '{count} records say and show the same' },
  twinsMore: { one: 'and {count} more', other: 'and {count} more' },
  twinsDo: { one: 'Decide {count} other alike', other: 'Decide {count} others alike' },
  twinsFirst: 'Decide on this one first.',
  twinsDone: { one: 'Decided {count} other alike.', other: 'Decided {count} others alike.' },
  twinsLeft: {
    one: '{count} was decided before, or also says something else, and is left.',
    other: '{count} were decided before, or also say something else, and are left.',
  },
  together: 'Duplicates together',
} as const

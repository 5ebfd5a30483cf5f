// English strings of the records that another schedule, or other rules, let go earlier or keep longer.
export const en = {
  earlier: 'earlier',
  later: 'later',
  earlierCount: 'May go earlier',
  laterCount: 'Kept longer',
  movedOf: 'Records of {code} that move',
  list: 'List those of {code}',
  more: 'Further ones of {code}',
  record: 'Record',
  made: 'Made on',
  move: 'May go',
  was: 'Kept until, before',
  is: 'Kept until, after',
  noDay: 'no day is known',
  takesTwo: 'Records go earlier by it, and a request, a hold or a purge report has touched records here.',
  mustSee: 'It is adopted once what it changes was shown here.',
} as const

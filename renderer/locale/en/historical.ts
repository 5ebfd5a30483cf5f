// English strings of series that are marked historical, in the room Schedule.
export const en = {
  historical: 'historical',
  noValue: 'of no lasting value',
  review: 'Review …',
  reviewTitle: 'Is this series of lasting value?',
  waitsAbout:
    'The schedule marks it as historical. Its records are not destroyed before an archive has signed for a copy of them, unless two persons have said that the series is of no lasting value.',
  reviewedBy: 'Reviewed by {by} and {second}: {basis}',
  value: 'After the review',
  valueNone: 'It is of no lasting value',
  valueLasting: 'It is of lasting value',
  choose: 'Choose …',
  basis: 'Who looked, and at what',
  basisHint: 'Such as: City Archivist, the posts of 2010 to 2019.',
  secondHint: 'Who else stands behind it: another than the one who acts.',
  keep: 'Keep the answer',
  cancel: 'Cancel',
} as const

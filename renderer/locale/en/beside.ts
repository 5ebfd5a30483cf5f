// English strings of the further series of one record.
export const en = {
  title: 'Further series',
  of: 'Also in {series}, since {day} by {name}: {reason}',
  longest: 'The longest of its series decides.',
  add: 'Add a further series …',
  addTitle: 'A further series',
  addAbout: 'The record is kept as long as the longest of its series says. Its own series stays.',
  series: 'Series',
  drop: 'Take away …',
  dropOf: 'Take the further series {series} away',
  dropTitle: 'No longer in {series}',
  dropAbout:
    'The record is then kept as its other series say. After a request, a hold or a purge report that takes a second person, where it goes earlier by it.',
  reason: 'Why',
  addDo: 'Add it',
  dropDo: 'Take it away',
  cancel: 'Cancel',
} as const

// English strings of the room Classify.
export const en = {
  title: 'Classify',
  about: 'Assign records to the series of the schedule',
  untagged: { one: '{count} record has no series', other: '{count} records have no series' },
  allTagged: 'Every record has a series.',
  needSchedule: 'Load the retention schedule first: records are assigned to its series.',
  toSchedule: 'Go to Schedule',
  ways: 'Ways to classify',
  queue: 'One by one',
  bulk: 'Many at once',
  rules: 'By rules',
  'key.series': 'Assign to the series of that key',
  'key.suggested': 'Assign as suggested',
  'key.undo': 'Undo the last decision',
  'key.skip': 'Skip',
  'key.note': 'Note for the decision',
  'key.play': 'Play or pause',
} as const

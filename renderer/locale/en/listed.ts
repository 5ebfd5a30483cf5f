// English strings of the lists of open requests and claims in the room Purge reports.
export const en = {
  title: 'Lists of open requests and claims',
  open: 'To be answered before anybody can approve: {count}',
  openAbout:
    'Enter each request under Requests, or place the hold: then it is known here. Where an entry concerns nothing that is kept here, two persons say so.',
  held: 'Entries held here: {count}.',
  entry: 'Entry',
  says: 'What the list says',
  here: 'Here',
  answer: 'Answer',
  actions: 'Actions',
  answered: '{what}: {reason} ({by} and {second}; counts until {day})',
  answerRequest: 'Concerns nothing kept here …',
  answerClaim: 'Answer …',
  answerAll: 'None of these {count} requests concerns what is kept here …',
  answerTitle: 'Answer for {entry}',
  answerAllTitle: 'Answer for {count} open requests',
  more: 'And {count} more; the plan’s file has them all.',
  requestAbout:
    'It concerns no social media that is kept here. If it does, or may, enter it under Requests instead: then it holds its records. The answer stands on the certificate.',
  claimAbout:
    'Say which hold covers it, or that it concerns nothing kept here. One of the two persons must be the City Attorney. The answer stands on the certificate.',
  what: 'What is it?',
  nothing: 'It concerns nothing kept here',
  byHold: 'It is covered by the hold “{label}”',
  reason: 'Why',
  second: 'Second person',
  secondRequest: 'Who else stands behind it: another than the one who acts.',
  secondClaim: 'Who else stands behind it. One of you two is the City Attorney.',
  sayRequest: 'It concerns nothing kept here',
  sayClaim: 'Keep the answer',
  cancel: 'Cancel',
  column: 'Column of {name} with the numbers',
  columnAbout: 'Muniment can’t tell by its headings which column holds the numbers.',
  entries: {
    one: '{count} entry; numbers in the column “{column}”.',
    other: '{count} entries; numbers in the column “{column}”.',
  },
  entriesByName: {
    one: '{count} entry, known by the name of its matter.',
    other: '{count} entries, known by the names of their matters.',
  },
} as const

// English strings of the question what the City's ordinance requires of a permissive ground (OMC 2.20.220).
export const en = {
  ask: 'Does the Sunshine Ordinance require its release all the same (OMC 2.20.220)?',
  hint: 'The CPRA lets the City release it. Ask the City’s attorney where you do not know.',
  'choice.open': 'Not answered yet',
  'choice.no': 'No',
  'choice.yes': 'Yes, it must be released',
  by: 'Who answered, with the title',
  byHint: 'Printed in the log.',
  why: 'Why it does not require that',
  whyHint: 'For the file and the attorney’s copy; it is not printed.',
  byMissing: 'Say who answered what OMC 2.20.220 requires.',
  whyMissing: 'Say why OMC 2.20.220 does not require its release.',
  no: 'OMC 2.20.220 does not require its release, as {by} answered.',
  title: 'Does OMC 2.20.220 require release of what rests on {citation}?',
  about:
    'This answers it for every record that is kept back on this exemption alone. Where it does require release, decide on those records anew instead.',
  stands: {
    one: '{citation}: nobody has answered whether OMC 2.20.220 requires release of {count} record.',
    other: '{citation}: nobody has answered whether OMC 2.20.220 requires release of {count} records.',
  },
  answer: 'Answer …',
  do: 'It does not require release',
  cancel: 'Cancel',
} as const

// English strings of the inbox: the liaisons' uploads.
export const en = {
  waiting: 'Waiting in the inbox',
  about:
    'Exports that liaisons put into this folder. Nothing is imported before you accept it, and nothing is moved or deleted.',
  none: 'Liaisons can put their exports into a folder that you watch here. Nothing in it is imported by itself.',
  choose: 'Choose an inbox folder …',
  chooseOther: 'Choose another folder …',
  stop: 'Stop watching',
  looking: 'Looking into the inbox …',
  empty: 'Nothing waits in the inbox.',
  accept: 'Look into the chosen files',
  acceptAbout: 'Choose every part of one export together.',
  facts: '{size}, there since {since}',
  'state.new': 'Looked at once',
  'state.growing': 'Still growing',
  'state.unfinished': 'Unfinished upload',
  'state.ready': 'Ready',
  stateAbout: 'What still grows or is unfinished can be chosen when it stands still.',
  imported: { one: '{count} file imported already', other: '{count} files imported already' },
  importedAs: 'Imported on {when} as import {number}',
} as const

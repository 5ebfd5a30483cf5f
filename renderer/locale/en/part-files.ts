// English strings about files of other systems for a part of a request.
export const en = {
  add: 'Add files …',
  title: 'Files for part {number}',
  about:
    'What another system gave for this part: emails as PDF, documents, pictures, recordings. Each file is a record: it is held, reviewed, redacted page by page, and numbered with the rest.',
  drop: 'Drop the files here.',
  choose: 'Choose files …',
  taking: 'The files are being taken in …',
  taken: {
    one: '{count} file is part of what answers the request now.',
    other: '{count} files are part of what answers the request now.',
  },
  review: 'Review them',
  close: 'Close',
  account: 'Files of other systems',
  files: 'Files',
} as const

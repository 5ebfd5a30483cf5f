// English strings of tables that were kept elsewhere and are taken in.
export const en = {
  choose: 'Choose a file …',
  about: 'A CSV file or a workbook (XLSX) with a line of headings. Nothing is taken in before you say so.',
  sheet: 'Sheet',
  sheetRows: { one: '{count} row', other: '{count} rows' },
  columns: 'What its columns are',
  column: 'Column',
  unnamed: 'Column {number}',
  whatItIs: 'What it is',
  whatColumnIs: 'What the column {column} is',
  leftOut: 'Not read',
  first: 'The first of them, as they would be taken in',
  known: {
    one: '{count} row stands here already and is not taken in again.',
    other: '{count} rows stand here already and are not taken in again.',
  },
  problems: {
    one: '{count} thing that is not taken in as it stands',
    other: '{count} things that are not taken in as they stand',
  },
  partly:
    '{done} of {all} were taken in, and are kept. The next one was refused: what stands below is the reason. Pressing again goes on with it.',
  cancel: 'Cancel',
} as const

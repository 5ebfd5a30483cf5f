// English strings of lists that are written into files.
export const en = {
  export: 'Export',
  exportOf: 'Export: {title}',
  csv: 'As CSV, for spreadsheets',
  xlsx: 'As a workbook (XLSX)',
  pdf: 'As PDF, to print and to read',
  begun: 'The list is being written; see Jobs.',
  done: 'The list is written to {name}.',
  failed: 'The list was not written: {why}',
} as const

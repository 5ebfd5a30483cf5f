// English strings of lists that are written into files.
export const en = {
  export: 'Export',
  exportOf: 'Export: {title}',
  csv: 'As CSV, for spreadsheets',
  xlsx: 'As a workbook (XLSX)',
  pdf: 'As PDF, to print and to read',
  begun: '{name} is being written; see Jobs.',
  done: '{name} is written.',
  failed: '{name} was not written: {why}',
} as const

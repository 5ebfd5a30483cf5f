// A list of records as CSV (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet.
import { csvCell } from '../../../../shared/text/csv.ts'
import { COLUMNS, type Value } from './columns.ts'
import type { Listed } from './listing.ts'

/** The file, line by line. @param zone the City's IANA zone */
export async function* listingCsv(records: AsyncIterable<Listed>, zone: string): AsyncGenerator<string> {
  yield `\uFEFF${line(COLUMNS.map(([header]) => header))}`
  for await (const record of records) yield line(COLUMNS.map(([, value]) => value(record, zone)))
}

function line(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

// A list of records as CSV (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet.
import type { RecordColumn } from '../../../../shared/domain/record-list.ts'
import { csvLine } from '../../../../shared/text/csv.ts'
import { sheetColumns } from './columns.ts'
import type { Listed } from './listing.ts'

/** The file, line by line. @param zone the City's IANA zone */
export async function* listingCsv(
  records: AsyncIterable<Listed>,
  zone: string,
  chosen: readonly RecordColumn[],
): AsyncGenerator<string> {
  const columns = sheetColumns(chosen)
  yield `\uFEFF${csvLine(columns.map(({ header }) => header))}`
  for await (const record of records) yield csvLine(columns.map(({ value }) => value(record, zone)))
}

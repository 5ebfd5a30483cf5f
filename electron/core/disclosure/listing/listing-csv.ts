// A list of records as CSV (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet.
import { csvCell } from '../../../../shared/text/csv.ts'
import { TRAINING, TRAINING_CELL, trainingCells } from '../../../../shared/text/practice.ts'
import { COLUMNS, type Value } from './columns.ts'
import type { Listed, Listing } from './listing.ts'

/** The file, line by line; in a practice vault the first column says so in every row. */
export async function* listingCsv(
  records: AsyncIterable<Listed>,
  { zone, practice }: Pick<Listing, 'zone' | 'practice'>,
): AsyncGenerator<string> {
  const headers = COLUMNS.map(([header]) => header)
  yield `\uFEFF${line(trainingCells<Value>(practice, TRAINING, headers))}`
  for await (const record of records) {
    const values = COLUMNS.map(([, value]) => value(record, zone))
    yield line(trainingCells(practice, TRAINING_CELL, values))
  }
}

function line(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

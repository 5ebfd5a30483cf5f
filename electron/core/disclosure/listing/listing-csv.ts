// A list of records as CSV (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet.
import type { RecordColumn } from '../../../../shared/domain/record/record-list.ts'
import { csvLine } from '../../../../shared/text/csv.ts'
import { TRAINING, TRAINING_CELL, trainingCells } from '../../../../shared/text/practice.ts'
import { sheetColumns, type Value } from './columns.ts'
import type { Listed, Listing } from './listing.ts'

/** The file, line by line; in a practice vault the first column says so in every row. */
export async function* listingCsv(
  records: AsyncIterable<Listed>,
  { zone, practice }: Pick<Listing, 'zone' | 'practice'>,
  chosen: readonly RecordColumn[],
): AsyncGenerator<string> {
  const columns = sheetColumns(chosen)
  const heads = columns.map(({ header }) => header)
  yield `\uFEFF${csvLine(trainingCells<Value>(practice, TRAINING, heads))}`
  for await (const record of records) {
    const values = columns.map(({ value }) => value(record, zone))
    yield csvLine(trainingCells<Value>(practice, TRAINING_CELL, values))
  }
}

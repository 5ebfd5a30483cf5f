// A list of records as a workbook.
import type { RecordColumn } from '../../../../shared/domain/record/record-list.ts'
import { writeSheet } from '../../workbook/write.ts'
import { sheetColumns } from './columns.ts'
import type { Listed, Listing } from './listing.ts'

const WIDTHS: Readonly<Record<string, number>> = { Record: 20, 'Made (City)': 26, 'Made (UTC)': 26, Text: 80 }

/** The whole file. In a practice vault its sheet, its first column and the comment of its archive say so. */
export async function listingXlsx(
  records: AsyncIterable<Listed>,
  { zone, practice }: Pick<Listing, 'zone' | 'practice'>,
  chosen: readonly RecordColumn[],
): Promise<Uint8Array> {
  const columns = sheetColumns(chosen)
  async function* rows() {
    for await (const record of records) yield columns.map(({ value }) => value(record, zone))
  }
  const heads = columns.map(({ header }) => ({ header, width: WIDTHS[header] ?? 16 }))
  return await writeSheet('Records', heads, rows(), practice)
}

// The list of a purge report as a workbook: the rows of the CSV, with the plan's digest over its last column.
import { parse } from 'csv-parse'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { grouped } from '../../../../shared/text/amount.ts'
import { createReadStream } from '../../vault/cipher/streams.ts'
import { writeSheet } from '../../workbook/write.ts'

/** More rows than that are not written: the whole workbook is made in memory. */
const MOST_ROWS = 200_000
const WIDTHS = [20, 26, 24, 12, 12, 40, 22, 30, 12, 60]

/** @throws MunimentError INPUT_INVALID where the vault has more records than a workbook is made of */
export function refuseLargeWorkbook(records: number): void {
  if (records <= MOST_ROWS) return
  throw new MunimentError(
    'INPUT_INVALID',
    `A workbook is made of ${grouped(MOST_ROWS)} records at most, and this vault has ${grouped(records)}. No plan was made; ask for the list as CSV.`,
  )
}

/**
 * The workbook.
 * @param csv path of the list of every record
 */
export async function purgeWorkbook(csv: string, digest: Digest, practice: boolean): Promise<Uint8Array> {
  const rows = createReadStream(csv).pipe(parse({ bom: true }))
  const iterator: AsyncIterator<string[]> = rows[Symbol.asyncIterator]()
  const head = await iterator.next()
  const shift = practice ? 1 : 0
  const names: readonly string[] = head.done === true ? [] : head.value.slice(shift)
  const columns = [
    ...names.map((header, at) => ({ header, width: WIDTHS[at] ?? 16 })),
    { header: `Plan, SHA-256 ${digest}`, width: 84 },
  ]
  async function* body() {
    for (let row = await iterator.next(); row.done !== true; row = await iterator.next()) yield row.value.slice(shift)
  }
  return await writeSheet('Purge report', columns, body(), practice)
}

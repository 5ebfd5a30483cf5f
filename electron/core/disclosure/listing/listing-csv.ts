// A list of records as CSV (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet.
import { isoInstant } from '../../../../shared/domain/time.ts'
import { csvCell } from '../../../../shared/text/csv.ts'
import { cityIso } from '../packet/local-time.ts'
import type { Listed } from './listing.ts'

type Value = string | number | null

/** Every column with what stands in it. `zone` is the City's. */
const COLUMNS: readonly (readonly [header: string, value: (record: Listed, zone: string) => Value])[] = [
  ['Record', ({ id }) => id],
  ['Made (City)', ({ at }, zone) => (at === null ? null : cityIso(at, zone))],
  ['Made (UTC)', ({ at }) => (at === null ? null : isoInstant(at))],
  ['Platform', ({ platform }) => platform],
  ['Account', ({ handle }) => handle],
  ['Author', ({ author }) => author],
  ['Kind', ({ kind }) => kind],
  ['State on the platform', ({ state }) => state],
  ['Series', ({ series }) => series],
  ['Media', ({ media }) => media],
  ['Versions', ({ versions }) => versions],
  ['Platform id', ({ nativeId }) => nativeId],
  ['Text', ({ text }) => text],
]

/** The file, line by line. @param zone the City's IANA zone */
export async function* listingCsv(records: AsyncIterable<Listed>, zone: string): AsyncGenerator<string> {
  yield `\uFEFF${line(COLUMNS.map(([header]) => header))}`
  for await (const record of records) yield line(COLUMNS.map(([, value]) => value(record, zone)))
}

function line(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

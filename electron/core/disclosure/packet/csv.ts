// records.csv: one row a record (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet.
import { isoInstant } from '../../../../shared/domain/time.ts'
import { csvCell } from '../../../../shared/text/csv.ts'
import { type Marking, markedCells } from '../../../../shared/text/marking.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import { keptBackInWords } from './details.ts'
import { cityIso } from './local-time.ts'
import type { PageSpan } from './pdf-number.ts'
import type { Released } from './released.ts'

export type Value = string | number | null

/** Every column with what stands in it. `zone` is the City's. */
const COLUMNS: readonly (readonly [
  header: string,
  value: (released: Released, zone: string, pages: PageSpan) => Value,
])[] = [
  ['Number', ({ label }) => label],
  ['First page', (_released, _zone, { first }) => first],
  ['Last page', (_released, _zone, { last }) => last],
  ['Replaces', ({ replaces }) => replaces?.label ?? null],
  ['Platform', ({ account }) => account.platform],
  ['Account', ({ account }) => account.handle],
  ['Kind', ({ record }) => record.kind],
  ['State on the platform', ({ record }) => record.state],
  ['Deleted (UTC)', ({ record }) => (record.deletedAt === null ? null : isoInstant(record.deletedAt))],
  ['Time (City)', ({ record }, zone) => (record.at === null ? null : cityIso(record.at, zone))],
  ['Time (UTC)', ({ record }) => (record.at === null ? null : isoInstant(record.at))],
  ['Time as written', ({ record }) => record.atSource],
  ['Precision', ({ record }) => record.precision],
  ['Author', ({ record }) => record.author],
  ['Conversation', ({ record }) => record.conversation],
  ['In reply to', ({ record }) => record.parentNativeId],
  ['In reply to (number)', ({ parent }) => parent],
  ['Platform id', ({ record }) => record.nativeId],
  ['Text', ({ newest }) => newest.version.text],
  ['Links', ({ newest }) => lines(newest.version.links.map(({ target }) => target))],
  [
    'Media files',
    ({ newest }) =>
      lines(newest.media.map(({ file, item }) => file ?? `${item.name} (${item.missing ?? 'not in the vault'})`)),
  ],
  ['Media descriptions', ({ newest }) => lines(newest.media.map(({ item }) => item.alt ?? ''))],
  ['Version', ({ newest }) => newest.version.number],
  ['Earlier versions', ({ earlier }) => earlier.length],
  [
    'Counts',
    ({ measures }) => lines(measures.map(({ name, value, seenAt }) => `${name} ${value} (${isoInstant(seenAt)})`)),
  ],
  [
    'Source',
    ({ newest }) => lines(newest.version.observations.map((one) => `${one.packageName}: ${one.member} ${one.pointer}`)),
  ],
  ['Source SHA-256', ({ newest }) => lines(newest.version.observations.map(({ digest }) => digest ?? ''))],
  ['Details (JSON)', ({ newest }) => detailsJson(newest.version.details)],
  ['Native file', ({ native, decision }) => (decision?.outcome === 'withhold' ? null : native)],
  ['Review', ({ decision }) => (decision === null ? 'not reviewed' : (keptBackInWords(decision) ?? 'Released whole'))],
]

/** What stands over the columns. */
export const COLUMN_HEADERS: readonly string[] = COLUMNS.map(([header]) => header)

/** What stands in them for a record. `zone` is the City's; `pages` are those of records.pdf. */
export function valuesOf(released: Released, zone: string, pages: PageSpan): Value[] {
  return COLUMNS.map(([, value]) => value(released, zone, pages))
}

/** The first line, with the byte order mark that tells spreadsheets how to read the rest. */
export function csvHeader(marking: Marking | null): string {
  return `\uFEFF${row(markedCells(marking?.word, COLUMN_HEADERS))}`
}

/** A record's row; where it is marked its first cell says so. @param zone the City's IANA zone @param pages of records.pdf */
export function csvRow(released: Released, zone: string, marking: Marking | null, pages: PageSpan): string {
  return row(markedCells<Value>(marking?.cell, valuesOf(released, zone, pages)))
}

function row(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function detailsJson(details: Readonly<Record<string, unknown>>): string | null {
  return Object.keys(details).length === 0 ? null : canonicalJson(details)
}

function lines(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('\n')
}

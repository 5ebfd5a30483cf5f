// A list of records as a tagged PDF, to print and to read.
import type { Writable } from 'node:stream'
import type { RecordColumn, RecordOrder } from '../../../../shared/domain/record/record-list.ts'
import { type Instant, readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { orderFor } from '../../search/order.ts'
import { createDocument } from '../../typeset/document.ts'
import { type ListColumn, printColumns } from './columns.ts'
import type { Listed, Listing } from './listing.ts'

/** More columns than these need the width of the page. */
const UPRIGHT = 6

interface Facts {
  readonly total: number
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly chosen: readonly RecordColumn[]
}

/** Writes the list and ends `out`. Rejects with the error of `out`. */
export async function writeListingPdf(
  out: Writable,
  { city, zone, explained, search, order, practice }: Listing,
  records: AsyncIterable<Listed>,
  { total, writtenAt, writtenBy, chosen }: Facts,
): Promise<void> {
  const written = readableInstant(writtenAt, zone)
  const columns = printColumns(chosen)
  const doc = createDocument(out, {
    title: `Records of ${city}: ${explained}`,
    lang: 'en-US',
    author: city,
    createdAt: new Date(writtenAt),
    page: columns.length > UPRIGHT ? 'lying' : 'upright',
    footer: `${city} · list of records · ${written}`,
    practice,
  })
  await doc.heading(1, 'List of records')
  await doc.paragraph(`${city} · social media records`, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.facts([
    ['Search', explained],
    ['Found', amount(total, 'record')],
    ['Written', `${written}, by ${writtenBy}`],
    ['Times', `in ${zone}`],
  ])
  await doc.table({
    caption: `Records, ${ORDERS[orderFor(search, order)]}`,
    columns: columns.map(({ header }) => ({ header, width: 1 })),
    fitted: true,
    rows: rowsOf(records, columns, zone),
  })
  await doc.finish()
}

const ORDERS: Readonly<Record<RecordOrder, string>> = {
  newest: 'newest first',
  oldest: 'oldest first',
  account: 'by account, then newest first',
  series: 'by series, then newest first',
  relevance: 'best answer first',
}

async function* rowsOf(records: AsyncIterable<Listed>, columns: readonly ListColumn[], zone: string) {
  for await (const record of records) yield columns.map(({ value }) => String(value(record, zone) ?? ''))
}

// A list of records as a tagged PDF, to print and to read.
import type { Writable } from 'node:stream'
import { type Instant, readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { createDocument } from '../../typeset/document.ts'
import type { Listed, Listing } from './listing.ts'

interface Facts {
  readonly total: number
  readonly writtenAt: Instant
  readonly writtenBy: string
}

/** Writes the list and ends `out`. Rejects with the error of `out`. */
export async function writeListingPdf(
  out: Writable,
  { city, zone, explained, practice }: Listing,
  records: AsyncIterable<Listed>,
  { total, writtenAt, writtenBy }: Facts,
): Promise<void> {
  const written = readableInstant(writtenAt, zone)
  const doc = createDocument(out, {
    title: `Records of ${city}: ${explained}`,
    lang: 'en-US',
    author: city,
    createdAt: new Date(writtenAt),
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
    caption: 'Records, newest first',
    columns: [
      { header: 'Made', width: 2.2 },
      { header: 'Account', width: 2 },
      { header: 'Kind', width: 1.5 },
      { header: 'Text', width: 6.5 },
      { header: 'Series', width: 1.5 },
      { header: 'Record', width: 2.2 },
    ],
    rows: rowsOf(records, zone),
  })
  await doc.finish()
}

async function* rowsOf(records: AsyncIterable<Listed>, zone: string): AsyncGenerator<string[]> {
  for await (const { id, at, platform, handle, author, kind, state, series, media, versions, text } of records) {
    const marks = [
      ...(state === 'live' ? [] : [state]),
      ...(versions > 1 ? [`${versions} versions`] : []),
      ...(media > 0 ? [amount(media, 'file')] : []),
    ]
    const whose = author === '' || author.toLowerCase() === handle.toLowerCase() ? handle : `${handle}, by ${author}`
    yield [
      at === null ? 'unknown' : readableInstant(at, zone),
      `${platform}: ${whose}`,
      [kind, ...marks].join(', '),
      text,
      series ?? '',
      String(id),
    ]
  }
}

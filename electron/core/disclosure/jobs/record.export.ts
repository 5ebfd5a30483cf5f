import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordExport } from '../../../../shared/contract/record.ts'
import type { ListFormat } from '../../../../shared/domain/record/record.ts'
import type { RecordColumn } from '../../../../shared/domain/record/record-list.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { type JobContext, work } from '../../job/define.ts'
import { outline } from '../../search/outline.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { inSnapshot } from '../../vault/repository/disposition/plan.ts'
import { actorName } from '../actor-name.ts'
import { type Listing, listed, openListing } from '../listing/listing.ts'
import { listingCsv } from '../listing/listing-csv.ts'
import { writeListingPdf } from '../listing/listing-pdf.ts'
import { listingXlsx } from '../listing/listing-xlsx.ts'

interface Writing {
  readonly path: string
  readonly context: JobContext
  readonly listing: Listing
  readonly total: number
  readonly columns: readonly RecordColumn[]
}

type Write = (writing: Writing) => Promise<void>

/** A PDF of more would have thousands of pages; a workbook is made in memory as a whole. */
const FORMATS: Readonly<Record<ListFormat, { readonly most: number; readonly write: Write }>> = {
  csv: { most: Number.POSITIVE_INFINITY, write: writeCsv },
  xlsx: { most: 100_000, write: writeXlsx },
  pdf: { most: 50_000, write: writePdf },
}
const ANCHORS_EVERY = 10_000

export default work(recordExport, false, async (context, { search, live, order, columns, format, to }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const listing = openListing(context, search, live, order)
  return inSnapshot(context.db, async () => {
    const { total } = await outline(context.db, listing.search, ANCHORS_EVERY, context.signal)
    const { most, write } = FORMATS[format]
    if (total > most) throw tooLong(total, most, format)
    const written = await writeOutside(target.path, (aside) => write({ path: aside, context, listing, total, columns }))
    const subject = amount(total, 'record')
    const copy = { kind: 'record-list', subject, name: target.name, place: target.path } as const
    await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
    return { records: total }
  })
})

function writeCsv({ path, context, listing, total, columns }: Writing): Promise<void> {
  const lines = listingCsv(listed(context, listing, total), listing, columns)
  return pipeline(Readable.from(lines), createWriteStream(path))
}

function writePdf({ path, context, listing, total, columns }: Writing): Promise<void> {
  const facts = { total, writtenAt: context.startedAt, writtenBy: actorName(context), chosen: columns }
  return writeListingPdf(createWriteStream(path), listing, listed(context, listing, total), facts)
}

async function writeXlsx({ path, context, listing, total, columns }: Writing): Promise<void> {
  await writeFile(path, await listingXlsx(listed(context, listing, total), listing, columns))
}

function tooLong(total: number, most: number, format: ListFormat): MunimentError {
  return new MunimentError(
    'INPUT_INVALID',
    `The search finds ${grouped(total)} records: a list as ${format.toUpperCase()} holds at most ${grouped(most)}. Nothing was written; narrow the search down, or write it as CSV.`,
  )
}

// One record on paper: what it says, its earlier versions, where it was read, and how it stands in the vault.
import type { Writable } from 'node:stream'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../shared/domain/record/record.ts'
import { readableInstant } from '../../../shared/domain/time.ts'
import type { JobContext } from '../job/define.ts'
import { createDocument, type Doc } from '../typeset/document.ts'
import { examine } from '../typeset/picture.ts'
import { readVaultFile } from '../vault/about.ts'
import { recordDetail } from '../vault/record/read.ts'
import { findAccount } from '../vault/repository/account/people.ts'
import { frozenBetween, standingHolds } from '../vault/repository/disposition/hold.ts'
import { listAccessions } from '../vault/repository/intake/accession.ts'
import { isPractice } from '../vault/repository/practice.ts'
import { refuseLocked } from '../vault/repository/record/lock.ts'
import { actorName } from './actor-name.ts'
import { frozenAccount } from './freeze/coverage.ts'
import { toJpeg } from './freeze/rendition.ts'
import { readObject } from './object-bytes.ts'
import { cityTime } from './packet/local-time.ts'
import { type Picture, writeRecord } from './packet/pdf-record.ts'
import type { Told } from './packet/released.ts'

/**
 * Writes the document and ends `out`; resolves to its pages.
 * @throws MunimentError RECORD_UNKNOWN, RECORD_LOCKED; the error of `out`
 */
export async function printRecord(out: Writable, context: JobContext, id: RecordId): Promise<number> {
  const { db, folder, startedAt } = context
  refuseLocked(db, id)
  const record = recordDetail(db, id)
  const account = record && findAccount(db, record.account)
  const newest = record?.versions.at(-1)
  if (!record || !account || !newest)
    throw new MunimentError('RECORD_UNKNOWN', `There is no record ${id}. Nothing was printed.`)
  const { city, zone } = readVaultFile(folder)
  const told: Told = {
    label: `Record ${id}`,
    account: frozenAccount(db, account, listAccessions(db)),
    record,
    newest: versionOf(newest),
    earlier: record.versions.slice(0, -1).map(versionOf),
    measures: record.measures,
    parent: record.parentNativeId === null ? null : `post ${record.parentNativeId}`,
    decision: null,
  }
  const printed = readableInstant(startedAt, zone)
  const doc = createDocument(out, {
    title: `Record ${id} of ${city}`,
    lang: 'en-US',
    author: city,
    createdAt: new Date(startedAt),
    footer: `${city} · record ${id} · ${printed}`,
    practice: isPractice(db),
  })
  await doc.heading(1, `Record ${id}`)
  await doc.paragraph(`${city} · social media records`, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.facts([
    ['Series', record.series ?? 'none yet'],
    ['Held by', holdsOf(context, id).join('; ') || 'no hold'],
    ['Number on the platform', record.nativeId],
    ['Printed', `${printed}, by ${actorName(context)}`],
  ])
  await doc.heading(2, 'What it says')
  const exports = new Map(exportsOf(record).map(({ accession }, place) => [Number(accession), place + 1]))
  await writeRecord(doc, told, {
    zone,
    exports,
    picture: pictures(context),
    bookmark: false,
    pageNumber: (page) => `page ${page}`,
  })
  await writeExports(doc, record, zone)
  return (await doc.finish()).pages
}

function versionOf(version: RecordDetail['versions'][number]): Told['newest'] {
  return { version, media: version.media.map((item) => ({ item, file: item.digest === null ? null : item.name })) }
}

/** A picture that a PDF cannot hold is turned into one that it can, for this paper alone. */
function pictures({ db, folder }: JobContext): Picture {
  return async ({ item }) => {
    if (item.digest === null || !item.mime?.startsWith('image/')) return null
    const bytes = await readObject(db, folder, item.digest)
    return bytes === null || examine(bytes).drawable ? bytes : toJpeg(bytes)
  }
}

function holdsOf({ db }: JobContext, id: RecordId): string[] {
  const holding = frozenBetween(db, id, id).get(id) ?? []
  return standingHolds(db).flatMap(({ hold }) => (holding.includes(hold.id) ? [hold.label] : []))
}

/** The exports that it was read from, each once, the earliest first. */
function exportsOf({ versions }: RecordDetail) {
  const seen = versions.flatMap(({ observations }) => observations).toSorted((a, b) => a.receivedAt - b.receivedAt)
  return [...new Map(seen.map((one) => [one.accession, one])).values()]
}

async function writeExports(doc: Doc, record: RecordDetail, zone: string): Promise<void> {
  await doc.heading(2, 'Where it was read')
  await doc.table({
    caption: 'Exports received, by the number under which the source above names them',
    columns: [
      { header: 'Export', width: 1, align: 'end' },
      { header: 'Import', width: 1, align: 'end' },
      { header: 'Received', width: 1 },
      { header: 'File', width: 1 },
      { header: 'Read by', width: 1 },
    ],
    fitted: true,
    rows: exportsOf(record).map(({ accession, receivedAt, packageName, parser }, place) => [
      String(place + 1),
      String(accession),
      cityTime(receivedAt, zone),
      packageName,
      parser,
    ]),
  })
}

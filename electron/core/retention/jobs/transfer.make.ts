// A copy for the archive: what a search finds of permanent and historical series, as a BagIt bag beside the vault. Nothing leaves the vault.
import { basename, dirname } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { transferMake } from '../../../../shared/contract/transfer.ts'
import { Digest, RecordId } from '../../../../shared/domain/id.ts'
import { isLasting } from '../../../../shared/domain/retention/custody.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { csvCell } from '../../../../shared/text/csv.ts'
import { type JobContext, work } from '../../job/define.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import { readVaultFile } from '../../vault/about.ts'
import { existsSync, mkdirSync, readdirSync } from '../../vault/cipher/fs.ts'
import { rename, rm, rmdir } from '../../vault/cipher/fs-promises.ts'
import { syncFolder } from '../../vault/file.ts'
import { digestBytes, digestOf } from '../../vault/hex.ts'
import { leaseOf } from '../../vault/objects/lease.ts'
import { writableFile } from '../../vault/outside.ts'
import { fragmentPlaces, readFragment } from '../../vault/record/frame.ts'
import { recordDetail, recordRows } from '../../vault/record/read.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { inSnapshot, versionSealsOf } from '../../vault/repository/disposition/plan.ts'
import type { TransferredRecord } from '../../vault/repository/disposition/transfer.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import transferStore from '../batches/transfer.store.ts'
import { commitmentOf, mediaCommitmentOf } from '../plan/commitment.ts'
import { currentSchedule } from '../schedule/current-schedule.ts'
import { type Bag, openBag } from '../transfer/bag.ts'
import { premisEvents } from '../transfer/events.ts'
import { nextTurn } from '../turn.ts'

const PAGE = 200
const COLUMNS = [
  'Record',
  'Account',
  'Kind',
  'Local date',
  'Author',
  'Series',
  'Title of the series',
  'Text',
  'Pictures and recordings',
  'File',
]

export default work(transferMake, false, async (context, { search, to }) => {
  const granted = writableFile(context, to)
  if (existsSync(granted.path) && readdirSync(granted.path).length > 0) {
    const sentence = `${granted.name} is not empty. Nothing was copied; choose an empty folder or a new name.`
    throw new MunimentError('TARGET_EXISTS', sentence)
  }
  const aside = `${granted.path}.part`
  await rm(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  try {
    // One state of the catalog, so that what is written down of a record is what the bag has of it.
    const made = await inSnapshot(context.db, () => fill(context, openBag(aside), search))
    if (existsSync(granted.path)) await rmdir(granted.path)
    await rename(aside, granted.path)
    syncFolder(dirname(granted.path))
    const { manifest: bag, held, ...counts } = made
    const { files, bytes } = counts
    const copy = { name: basename(granted.path), place: granted.path, bag, files, bytes }
    const id = await context.write(transferStore, { made: copy, records: held })
    return { id, ...counts, records: held.length, digest: digestOf(bag) }
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
})

async function fill(context: JobContext, bag: Bag, text: string) {
  const { db, folder, signal, startedAt } = context
  const { city, zone } = readVaultFile(folder)
  const { schedule } = currentSchedule(db)
  const compiled = compileSchedule(schedule, () => [])
  const search = strictSearch(db, folder, text)
  const accounts = new Map(listAccounts(db).map(({ id, platform, handle }) => [id, `${platform}/${handle}`]))
  const accessions = new Set<number>()
  const media = new Set<string>()
  const list = [`\ufeff${COLUMNS.map(csvCell).join(',')}\r\n`]
  const held: TransferredRecord[] = []
  let leftOut = 0
  for (
    let ids = pageOfIds(db, search, null, PAGE);
    ids.length > 0;
    ids = pageOfIds(db, search, ids.at(-1) ?? 0, PAGE)
  ) {
    await nextTurn(signal)
    for (const row of recordRows(db, ids)) {
      // What is kept out of sight is the City's to decide on, record by record, before anybody else sees it.
      if (row.locked !== null || row.restricted !== null) {
        leftOut += 1
        continue
      }
      const term = row.series === null ? undefined : compiled.terms.get(row.series)
      if (term === undefined || !isLasting(term)) {
        const what =
          row.series === null
            ? 'is in no series'
            : `is in series ${row.series}, which is neither permanent nor historical`
        throw new MunimentError(
          'INPUT_INVALID',
          `Record ${row.id} ${what}. Nothing was copied; search for what goes to the archive, such as series:CODE.`,
        )
      }
      const detail = recordDetail(db, RecordId.parse(row.id))
      if (detail === null) continue
      const path = `records/${row.id}`
      const files = new Set<string>()
      bag.payload(`${path}/record.json`, Buffer.from(`${JSON.stringify(detail, null, 2)}\n`))
      for (const version of detail.versions) {
        for (const [part, { frame_id, slot }] of fragmentPlaces(db, row.id, version.number).entries()) {
          const bytes = readFragment(db, frame_id, slot)
          if (bytes !== null) bag.payload(`${path}/version-${version.number}-source-${part + 1}`, bytes)
        }
        for (const { accession } of version.observations) accessions.add(accession)
        for (const { digest } of version.media) {
          if (digest === null) continue
          if (media.has(digest)) {
            files.add(digest)
            continue
          }
          const lease = leaseOf(db, folder, digest)
          if (lease === null) continue
          media.add(digest)
          files.add(digest)
          if ((await bag.payloadFrom(`media/${digest}`, lease)) !== digest) {
            throw new MunimentError(
              'VAULT_DAMAGED',
              `A media file (SHA-256 ${digest}) is no longer as it was received. Nothing was copied. Verify the vault and restore the file from a backup.`,
            )
          }
        }
      }
      const day = row.at === null ? '' : localDate(row.at, zone)
      const cells = [
        row.id,
        accounts.get(row.account) ?? '',
        row.kind,
        day,
        row.author,
        row.series,
        term.series.title,
        detail.versions.at(-1)?.text ?? '',
        row.media,
        `data/${path}/record.json`,
      ]
      list.push(`${cells.map(csvCell).join(',')}\r\n`)
      const seals = versionSealsOf(db, [row.id])
      const bagged = [...files].sort().map((digest) => digestBytes(Digest.parse(digest)))
      held.push({
        record: row.id,
        series: term.series.code,
        commitment: commitmentOf(RecordId.parse(row.id), seals),
        media: mediaCommitmentOf(RecordId.parse(row.id), seals, bagged),
      })
    }
    context.progress({ stage: 'copying records', done: held.length, total: null, unit: 'records' })
  }
  if (held.length === 0)
    throw new MunimentError('INPUT_INVALID', 'The search finds no record that can be copied. Nothing was written.')
  bag.payload('finding-aid.csv', Buffer.from(list.join('')))
  const iso = (at: number) => new Date(at).toISOString()
  bag.tag(
    'metadata/premis-events.xml',
    premisEvents([
      ...listAccessions(db)
        .filter(({ id }) => accessions.has(id))
        .map(({ id, receivedAt }) => ({
          type: 'ingestion' as const,
          id: `accession-${id}`,
          at: iso(receivedAt),
          detail: 'Received from the platform and sealed as received.',
        })),
      {
        type: 'message digest calculation',
        id: `digests-${startedAt}`,
        at: iso(startedAt),
        detail: 'SHA-256 of every file, in manifest-sha256.txt.',
      },
      {
        type: 'transfer',
        id: `transfer-${startedAt}`,
        at: iso(startedAt),
        detail: `A copy for the archive, under ${schedule.name} (${schedule.resolution}). The vault keeps its records.`,
      },
    ]),
  )
  const sealed = bag.seal([
    ['Source-Organization', city],
    ['Bagging-Date', localDate(Instant.parse(startedAt), zone)],
    ['External-Description', `Social media records under ${schedule.name} (${schedule.resolution}): a copy`],
    ['Bag-Software-Agent', 'Muniment'],
  ])
  return { ...sealed, held, media: media.size, leftOut }
}

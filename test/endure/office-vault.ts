// A vault of 2016 whose requests, packets and holds are over by now, beside posts of 2013: an approved plan lets all of it go; but a packet was
// published since, and waits with the file of its request until it is taken down.
import { join } from 'node:path'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { openWriter } from '../../electron/core/vault/catalog/open.ts'
import { insertPosting } from '../../electron/core/vault/repository/packet/packet-set.ts'
import { holdPlace, holdRelease } from '../../shared/contract/hold.ts'
import { officeFileChoose } from '../../shared/contract/office-file.ts'
import { recordPage } from '../../shared/contract/record.ts'
import { requestOpen } from '../../shared/contract/request.ts'
import { requestClose, requestMessage } from '../../shared/contract/request-life.ts'
import { ProductionId, RecordId } from '../../shared/domain/id.ts'
import { Instant, LocalDate, localDate } from '../../shared/domain/time.ts'
import { openBuilt } from '../bench/open.ts'
import { asClerk, spokenTo } from '../bench/purgeable-vault.ts'
import { producedPacket } from '../integration/import/produced-packet.ts'
import { approveByPages, drawPlan, importPosts, POSTS, type Purgeable, putInSeries } from '../support/purgeable.ts'

const OPENED = Date.parse('2016-01-04T18:00:00Z')
const CLOSED = Date.parse('2016-05-02T18:00:00Z')
const paper = { name: 'release.pdf', bytes: Buffer.from('%PDF-1.7 a release').toString('base64') }

/** Words of the file of a request that are those of no other. */
export function wordsOfRequest(number: number): string {
  return `Zorillas${number} of Fruitvale, asked ${(number * 7919) % 100_003} times`
}

/**
 * Makes it, its plan approved, the packet of the last request published then. @param vault its folder, which is not there yet
 * @returns the numbers of the requests whose files go
 */
export async function officeVault(
  vault: string,
  folder: string,
  numbers: readonly number[],
  requests: number,
): Promise<number[]> {
  let now = OPENED
  const archive = await openBuilt(vault, true, undefined, () => now)
  const made = await asClerk(archive)
  await importPosts(made, folder, numbers, true)
  await putInSeries(made)
  for (const kind of ['packet', 'request-file', 'hold-file'] as const) {
    await made.call(officeFileChoose, { kind, id: null, series: POSTS, startsOn: null, reason: 'as posts' })
  }
  const all = Array.from({ length: requests }, (_, at) => at + 1)
  for (const number of all) await enter(made, number)
  now = CLOSED
  for (const number of all) await close(made, number)
  const { rows } = await made.call(recordPage, { search: 'kind:post', before: null, limit: requests, live: false })
  await archive.close()
  producePackets(
    vault,
    all,
    rows.map(({ id }) => RecordId.parse(id)),
  )
  await plan(vault)
  published(vault, requests)
  return all.slice(0, -1)
}

async function enter({ call, account }: Purgeable, number: number): Promise<void> {
  const id = `16-${number}`
  await call(requestOpen, {
    ...{ id, receivedOn: LocalDate.parse('2016-01-04'), channel: 'email', requester: `Jane ${wordsOfRequest(number)}` },
    ...{ immediateDisclosure: false, text: 'All posts, please', accounts: [account], from: null, to: null, search: '' },
  })
  const on = LocalDate.parse('2016-01-04')
  const message = { direction: 'in', channel: 'email', about: 'general', on, time: null } as const
  await call(requestMessage, { id, message: { ...message, party: 'Jane', text: wordsOfRequest(number) } })
  const scope = { search: null, accounts: [account], from: null, to: null, recordIds: [] }
  const order = { basis: 'litigation', orderedBy: 'City Attorney', document: null, scope } as const
  const hold = await call(holdPlace, { ...order, label: `Hold of ${wordsOfRequest(number)}` })
  await call(holdRelease, { id: hold.id, releasedBy: 'dana', document: paper })
}

async function close({ call }: Purgeable, number: number): Promise<void> {
  const on = LocalDate.parse('2016-05-02')
  await call(requestClose, { id: `16-${number}`, how: 'elsewhere', on, reason: 'Answered by letter' })
}

/** A packet of each request. */
function producePackets(folder: string, requests: readonly number[], records: readonly RecordId[]): void {
  inCatalog(folder, (db) => {
    for (const [at, number] of requests.entries()) {
      const record = records[at % records.length]
      if (record === undefined) throw new Error('there are no posts for the packets')
      producedPacket({ db, folder }, `16-${number}`, record, wordsOfRequest(number))
    }
  })
}

/** The packet of a request is published, and nobody has taken it down. */
function published(folder: string, request: number): void {
  inCatalog(folder, (db) => {
    const sql = 'SELECT id FROM production WHERE request_id = ?'
    const packet = ProductionId.parse(db.get<{ id: number }>(sql, `16-${request}`)?.id)
    const done = { at: Instant.parse(Date.now()), by: null }
    insertPosting(db, packet, 'https://alderbay.example', LocalDate.parse('2016-03-01'), done)
  })
}

function inCatalog(folder: string, work: (db: Driver) => void): void {
  const db = openWriter(join(folder, 'catalog.sqlite'))
  try {
    db.transaction(() => work(db))
  } finally {
    db.close()
  }
}

async function plan(vault: string): Promise<void> {
  const archive = await openBuilt(vault, false)
  const made = spokenTo(archive)
  const today = localDate(Instant.parse(Date.now()), archive.about.zone)
  const drawn = await drawPlan(made, today)
  await approveByPages(made, drawn, today)
  await archive.close()
}

// A vault on disk whose operations are run in this thread, as the writer and a job's thread would run them; its records are made up.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault } from '../../../electron/core/create-vault.ts'
import type { Batch, JobContext, JobHandler } from '../../../electron/core/job/define.ts'
import { keyStream } from '../../../electron/core/job/stream.ts'
import { classifyBrought } from '../../../electron/core/retention/classify/brought.ts'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { seenToken } from '../../../electron/core/retention/schedule/moves.ts'
import { scheduleOfFile } from '../../../electron/core/retention/schedule/of-file.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { openReader, openWriter } from '../../../electron/core/vault/catalog/open.ts'
import type { CommandHandler, GrantedFile, QueryHandler, WriteContext } from '../../../electron/core/vault/handler.ts'
import { appendEntry } from '../../../electron/core/vault/ledger/ledger.ts'
import { prepareCatalog } from '../../../electron/core/vault/prepare.ts'
import { insertAccount, insertPerson } from '../../../electron/core/vault/repository/account/people.ts'
import { insertUnit } from '../../../electron/core/vault/repository/retention/retention-unit.ts'
import { findSchedule } from '../../../electron/core/vault/repository/retention/schedule.ts'
import { insertAnswer } from '../../../electron/core/vault/repository/retention/series-answer.ts'
import { ScheduleFile } from '../../../shared/contract/schedule.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { type Digest, GrantId, JobId, PersonId, RecordId } from '../../../shared/domain/id.ts'
import { Instant, LocalDate, Zone } from '../../../shared/domain/time.ts'
import { alderBayLegend } from '../../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import type { TestRecord } from './items.ts'
import { receiveExport } from './receive.ts'

export const clerk = PersonId.parse('clerk')
export const attorney = PersonId.parse('attorney')

/** Before a batch, in its transaction when all is written, and once it is committed, before its job hears of it. */
export type BatchMoment = 'before' | 'within' | 'after'

/** Opens an empty vault, of Alder Bay unless said, with two accounts, two people, every series of `scheduleFile`
 * answered for, and threads kept together. @param now ISO 8601 */
export function openRetentionVault(now = '2026-11-20T18:00:00Z', city = 'City of Alder Bay', practice = false) {
  let folder = mkdtempSync(join(tmpdir(), 'muniment-retention-'))
  let clock = Instant.parse(Date.parse(now))
  let drawn = 0
  const random = (bytes: number) =>
    keyStream(createHash('sha256').update(`test ${drawn++}`).digest(), 'test')(0, Math.ceil(bytes / 16) * 16).slice(
      0,
      bytes,
    )
  createVault(folder, { city, zone: Zone.parse('America/Los_Angeles'), practice }, { clock: () => clock, random })
  let db = openWriter(join(folder, 'catalog.sqlite'))
  prepareCatalog(db, folder, clock)
  let reader = openReader(join(folder, 'catalog.sqlite'))
  let watching: ((moment: BatchMoment, batch: string) => void) | null = null
  let meanwhile: { readonly work: () => void; readonly before: string | undefined } | null = null
  const files = new Map<string, GrantedFile>()
  const revoked: Digest[] = []
  let actor = { person: clerk, osUser: 'clerk', machine: 'desk-1' }

  insertPerson(db, { id: clerk, name: 'Rosa Imai', title: 'Records Clerk', role: 'records-clerk' }, clock)
  insertPerson(db, { id: attorney, name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' }, clock)
  for (const series of readScheduleCsv(layoutCsv(flaggedLayout()), alderBayLegend()).series) {
    insertAnswer(
      db,
      { series: series.code, title: series.title, kinds: [], basis: 'looked at', second: null },
      clock,
      attorney,
    )
  }
  insertUnit(
    db,
    { unit: 'thread', attorney, decidedOn: LocalDate.parse('2010-01-04'), document: null, reason: 'x' },
    clock,
    attorney,
  )
  const account = (handle: string) =>
    insertAccount(
      db,
      { platform: PlatformName.parse('x'), handle, name: handle, department: '', liaison: '', nativeId: null },
      clock,
    )
  const accounts = [account('AlderBayCity'), account('AlderBayParks')] as const

  const writeContext = (kind: string): WriteContext => ({
    db,
    folder,
    now: clock,
    revoke: (digest) => void revoked.push(digest),
    afterwards: () => undefined,
    actor,
    random,
    note: (payload) => appendEntry(db, { at: clock, kind, payload, salt: random(16) }),
  })
  /** What the last job left, so that it can be taken up. */
  let left: unknown = null

  let latest = JobId.parse('job-00000000')
  const nextJob = () => {
    latest = JobId.parse(`job-${String(drawn++).padStart(8, '0')}`)
    return latest
  }

  const jobContext = (signal: AbortSignal, checkpoint: unknown, id: JobId): JobContext => ({
    id,
    db: reader,
    folder,
    browser: null,
    dataFolders: [],
    files: (grant) => files.get(grant),
    credential: () => null,
    classifyBrought,
    signal,
    actor,
    startedAt: clock,
    checkpoint,
    random: (label, offset, bytes) => keyStream(createHash('sha256').update('seed').digest(), label)(offset, bytes),
    progress: () => undefined,
    write: async <Payload, Result>(batch: Batch<Payload, Result>, payload: Payload, then?: unknown) => {
      const now = meanwhile
      if (now?.before === undefined || now.before === batch.name) {
        meanwhile = null
        now?.work()
      }
      watching?.('before', batch.name)
      left = then ?? left
      const afterwards: (() => void)[] = []
      const context = { ...writeContext(batch.name), afterwards: (act: () => void) => void afterwards.push(act) }
      const result = db.transaction(() => {
        const written = batch.run(context, structuredClone(payload))
        watching?.('within', batch.name)
        return written
      })
      watching?.('after', batch.name)
      for (const act of afterwards) act()
      return result
    },
  })

  /** Stores records as one export of an account each, received now. @returns the ids of the packages */
  const take = (records: readonly TestRecord[], generatedAt: string | null = null): string[] =>
    db.transaction(() =>
      [...Map.groupBy(records, (record) => record.account ?? accounts[0])].map(([owner, list]) => {
        const packageId = `package-${drawn++}`
        receiveExport({ db, folder, now: clock, by: clerk, packageId, random }, owner, list, generatedAt)
        return packageId
      }),
    )

  /** The same. @returns the ids of the records, in the order given */
  const receive = (records: readonly TestRecord[], generatedAt: string | null = null): RecordId[] => {
    take(records, generatedAt)
    return records.map((record) => idOf(record.id, record.kind))
  }

  const idOf = (native: string, kind = 'post'): RecordId =>
    RecordId.parse(
      db.get<{ id: number }>(
        'SELECT id FROM record WHERE account_id IN (1, 2) AND kind = ? AND native_id = ?',
        kind,
        native,
      )?.id,
    )

  return {
    get folder() {
      return folder
    },
    get db() {
      return db
    },
    accounts,
    random,
    /** Objects that may be read no longer, as they were told. */
    revoked,
    take,
    receive,
    idOf,
    /** Does something once a job has read its records, and before its next batch is written, or its next of a name. */
    beforeNextBatch: (work: () => void, before?: string) => {
      meanwhile = { work, before }
    },
    /** Is told of each batch of a job; what it throws is met by the job as if the process ended there. */
    watch: (watcher: typeof watching) => {
      watching = watcher
    },
    /** Closes the catalog and opens it, or that of another folder, as a new process would. */
    reopen: (other = folder) => {
      reader.close()
      db.close()
      folder = other
      db = openWriter(join(folder, 'catalog.sqlite'))
      prepareCatalog(db, folder, clock)
      reader = openReader(join(folder, 'catalog.sqlite'))
    },
    /** Who acts from now on. */
    actAs: (person: PersonId) => {
      actor = { ...actor, person }
    },
    setClock: (iso: string) => {
      clock = Instant.parse(Date.parse(iso))
    },
    /** Leave to write a file beside the vault. */
    grantWrite: (name: string) => {
      const grant = GrantId.parse(`grant-${String(drawn++).padStart(8, '0')}`)
      const path = join(folder, '..', `${folder.split('/').at(-1)}-${name}`)
      files.set(grant, { path, name, mode: 'write' })
      return { grant, path }
    },
    ask: async (handler: QueryHandler, input: unknown) =>
      handler.operation.output.parse(
        await handler.run(
          { db: reader, folder, files: (grant) => files.get(grant), signal: new AbortController().signal },
          input,
        ),
      ),
    command: (handler: CommandHandler, input: unknown) =>
      handler.operation.output.parse(
        db.transaction(() =>
          handler.run({ ...writeContext(handler.operation.name), files: (grant) => files.get(grant) }, input),
        ),
      ),
    run: async (handler: JobHandler, input: unknown, signal = new AbortController().signal) =>
      handler.operation.output.parse(await handler.run(jobContext(signal, null, nextJob()), input)),
    /** Takes up the job that was stopped last. */
    resume: async (handler: JobHandler, input: unknown) =>
      handler.operation.output.parse(await handler.run(jobContext(new AbortController().signal, left, latest), input)),
    left: () => left,
    close: () => {
      reader.close()
      db.close()
      rmSync(folder, { recursive: true, force: true })
      for (const { path } of files.values()) rmSync(path, { force: true })
    },
  }
}

export type RetentionVault = ReturnType<typeof openRetentionVault>

/** Codes of the series that `flaggedLayout` gives, by what is kept in them. */
export const seriesOf = {
  post: 'communications/social-media-posts-and-replies',
  message: 'communications/social-media-direct-messages',
  minutes: 'city-clerk/council-minutes',
  claims: 'city-clerk/claims-against-the-city',
  photographs: 'communications/photographs-of-events',
} as const

/** What `schedule.import` is given: the schedule of Alder Bay, in force since 2010. */
export function scheduleFile(more: Partial<ScheduleFile> = {}) {
  return {
    fileName: 'schedule.csv',
    csv: layoutCsv(flaggedLayout()),
    name: 'Alder Bay schedule',
    resolution: 'Resolution 24-031',
    adoptedOn: '2009-12-01',
    effectiveFrom: '2010-01-01',
    fiscalYearEnd: '06-30',
    legend: alderBayLegend(),
    ...more,
  }
}

/** The same for a vault in which a schedule stands already: with what looking at the comparison gives, and a second person behind it. */
export function adopted(db: Driver, more: Partial<ScheduleFile> = {}) {
  const file = scheduleFile(more)
  const standing = findSchedule(db, null)
  if (standing === null) throw new Error('no schedule stands')
  const { schedule } = scheduleOfFile(ScheduleFile.parse(file))
  return { ...file, seen: seenToken(standing, schedule), second: attorney }
}

/** A rule with this order and series; it holds for every record unless conditions are given. */
export function rule(id: string, order: number, series: string, when: object = {}) {
  return { id, name: `Rule ${id}`, order, when, series, reason: `reason of ${id}` }
}

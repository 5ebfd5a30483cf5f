// The one connection that writes: commands at once, jobs' batches between them.
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Digest, GrantId, JobId, PersonId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { keyStream } from '../job/stream.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { openWriter } from '../vault/catalog/open.ts'
import type { WriteContext } from '../vault/handler.ts'
import { appendEntry, ledgerHead } from '../vault/ledger/ledger.ts'
import { takeLock } from '../vault/lock.ts'
import { refuseLostCatalog } from '../vault/lost-catalog.ts'
import { noteArrival, whyNotWritten } from '../vault/moved.ts'
import { prepareCatalog } from '../vault/prepare.ts'
import { refuseStranger } from '../vault/repository/account/people.ts'
import { appliedResult, rememberResult } from '../vault/repository/applied.ts'
import { saveCheckpoint } from '../vault/repository/job.ts'
import { saveSetting } from '../vault/repository/setting.ts'
import { timeBy } from './clock-port.ts'
import { inTurn } from './in-turn.ts'
import { loadBatch, loadCommand } from './load.ts'
import type { BatchAnswer, BatchMessage, FromWorker, Stamp, ToWriter, WorkerStart } from './protocol.ts'
import { refusalOf, unknownOperation } from './refusal.ts'

/** Takes the vault's lock, opens and prepares the catalog, then serves `port` until told to close. */
export function startWriter(port: MessagePort, start: Extract<WorkerStart, { role: 'writer' }>): void {
  const send = (message: FromWorker) => port.postMessage(message)
  const opened = openVault(start)
  if (opened instanceof MunimentError) {
    send({ type: 'failed', refusal: opened.refusal() })
    port.close()
    return
  }
  const { db, lock } = opened

  // What a failed transaction meant to take away stays, and what should follow it does not: both wait for the commit.
  let later: AfterCommit = nothingYet()
  const committed = () => {
    const { acts, revoked } = later
    later = nothingYet()
    for (const act of acts) act()
    if (revoked.length > 0) send({ type: 'revoked', digests: revoked })
  }

  const runCommand = async (message: Extract<ToWriter, { type: 'command' }>) => {
    const handler = await loadCommand(message.operation)
    if (!handler) throw unknownOperation(message.operation)
    const applied = appliedResult(db, message.command)
    if (applied !== undefined) return { value: { value: applied, replayed: true }, topics: [] }
    requireKnown(db, message.stamp.actor.person, message.operation)
    later = nothingYet()
    const value = db.transaction(() => {
      const notes: Record<string, unknown>[] = []
      const written = writeContext(db, start.folder, message.stamp, later, (note) => notes.push(note))
      const context = { ...written, files: (grant: GrantId) => message.files[grant] }
      const result = handler.run(context, message.input)
      rememberResult(db, message.command, message.operation, result, message.stamp.now)
      const payload = { actor: message.stamp.actor.person, notes }
      appendEntry(db, { at: message.stamp.now, kind: message.operation, payload, salt: context.random(16) })
      return result
    })
    committed()
    return { value: { value, replayed: false }, topics: handler.topics }
  }

  const runBatch = async (
    name: string,
    payload: unknown,
    started: Stamp,
    checkpoint: BatchMessage['checkpoint'],
    job: RunningJob | null,
  ) => {
    const handler = await loadBatch(name)
    if (!handler) throw unknownOperation(name)
    const now = handler.timed && job !== null ? await timeBy(job.clock) : null
    // Others may have written since by a clock that was set back meanwhile: what comes later is told so.
    const stamp = now === null ? started : { ...started, now: Instant.parse(Math.max(now, ledgerHead(db).at)) }
    later = nothingYet()
    if (handler.sound) db.pragma('foreign_keys = OFF')
    const work = () => {
      const context = writeContext(db, start.folder, stamp, later, (note) => {
        appendEntry(db, {
          at: stamp.now,
          kind: name,
          payload: { actor: stamp.actor.person, ...note },
          salt: context.random(16),
        })
      })
      const result = handler.run(context, payload)
      if (checkpoint !== null && job !== null) saveCheckpoint(db, job.id, checkpoint.value, checkpoint.progress)
      return result
    }
    try {
      const value = db.transaction(work)
      committed()
      return { value, topics: handler.topics }
    } finally {
      if (handler.sound) db.pragma('foreign_keys = ON')
    }
  }

  // What is asked first is done first, though its code may have to be loaded: nothing else is done meanwhile.
  const next = inTurn()

  const serveBatches = (message: Extract<ToWriter, { type: 'batches' }>) => {
    const stamp = { ...message.stamp }
    const job = { id: message.job, clock: message.clock }
    message.port.once('close', () => message.clock.close())
    let count = 0
    const answer = async (batch: BatchMessage): Promise<BatchAnswer> => {
      try {
        count += 1
        const at = nth(stamp, count)
        const { value, topics } = await runBatch(batch.batch, batch.payload, at, batch.checkpoint, job)
        send({ type: 'changed', topics })
        return { call: batch.call, ok: true, value }
      } catch (error) {
        return { call: batch.call, ok: false, refusal: refusalOf(error) }
      }
    }
    message.port.on('message', (batch: BatchMessage) => next(async () => message.port.postMessage(await answer(batch))))
  }

  const serve = async (message: ToWriter) => {
    if (message.type === 'batches') return serveBatches(message)
    if (message.type === 'close') {
      closeCatalog(db)
      lock.release()
      send({ type: 'result', call: message.call, value: null, topics: [] })
      port.close()
      return
    }
    try {
      const { value, topics } =
        message.type === 'command'
          ? await runCommand(message)
          : await runBatch(message.batch, message.payload, message.stamp, null, null)
      send({ type: 'result', call: message.call, value, topics })
    } catch (error) {
      send({ type: 'refused', call: message.call, refusal: refusalOf(error) })
    }
  }
  port.on('message', (message: ToWriter) => next(() => serve(message)))
  send({ type: 'ready', warnings: opened.warnings, clean: opened.clean })
}

/** A person who acts must be in the register. The very first command of a vault names that person. @throws MunimentError PERSON_UNKNOWN */
function requireKnown(db: Driver, person: PersonId | null, operation: string): void {
  if (person !== null && operation !== 'person.add') refuseStranger(db, person)
}

/** On a full disk nothing more can be tidied: the catalog is closed all the same, and its log is taken up at the next opening. */
function closeCatalog(db: Driver): void {
  try {
    saveSetting(db, 'clean_close', '1')
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // Nothing is lost: what was committed is in the log.
  }
  db.close()
}

function openCatalog(folder: string, now: Instant) {
  const file = join(folder, 'catalog.sqlite')
  refuseLostCatalog(folder, file)
  const db = openWriter(file)
  try {
    const why = whyNotWritten(db, folder)
    if (why !== null) throw new MunimentError('VAULT_READ_ONLY', why)
    const { warnings, clean } = prepareCatalog(db, folder, now)
    const arrived = noteArrival(db, now)
    return { db, clean, warnings: arrived === null ? warnings : [arrived, ...warnings] }
  } catch (error) {
    db.close()
    throw error
  }
}

function openVault(start: Extract<WorkerStart, { role: 'writer' }>) {
  try {
    const lock = takeLock(start.folder)
    try {
      return { lock, ...openCatalog(start.folder, start.now) }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    if (error instanceof MunimentError) return error
    const refusal = refusalOf(error)
    return new MunimentError(refusal.code, refusal.sentence)
  }
}

function writeContext(
  db: Driver,
  folder: string,
  stamp: Stamp,
  later: AfterCommit,
  note: WriteContext['note'],
): WriteContext {
  const stream = keyStream(stamp.random, 'write')
  let drawn = 0
  const random = (bytes: number) => {
    const taken = Math.ceil(bytes / 16) * 16
    drawn += taken
    return stream(drawn - taken, taken).slice(0, bytes)
  }
  const revoke = (digest: Digest) => void later.revoked.push(digest)
  const afterwards = (act: () => void) => void later.acts.push(act)
  return { db, folder, now: stamp.now, actor: stamp.actor, note, revoke, afterwards, random }
}

interface RunningJob {
  readonly id: JobId
  readonly clock: MessagePort
}

interface AfterCommit {
  readonly acts: (() => void)[]
  readonly revoked: Digest[]
}

function nothingYet(): AfterCommit {
  return { acts: [], revoked: [] }
}

function nth(stamp: Stamp, count: number): Stamp {
  const stream = keyStream(stamp.random, `batch ${count}`)
  return { ...stamp, random: stream(0, 32) }
}

// The one object that answers the contract; window, command line and tests stand before it alike.
import { z } from 'zod'
import { MunimentError } from '../../shared/contract/error.ts'
import type { CapturedAsked } from '../../shared/contract/host.ts'
import { personList } from '../../shared/contract/people.ts'
import { CapturedAnswer } from '../../shared/contract/replay.ts'
import { type Digest, JobId, type PersonId } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/domain/time.ts'
import jobCreate from './job/batches/job.create.ts'
import type { BrowserProgram } from './job/browser-program.ts'
import type { Answering, CallContext } from './serve/answering.ts'
import { serveSocket } from './serve/socket-server.ts'
import { readVaultFile, type VaultFile } from './vault/about.ts'
import { refuseLocked } from './vault/cipher/key-file.ts'
import { bandOfCopy } from './vault/copy-note.ts'
import { inUse, isHeldElsewhere, readHolder, sayWhoIsHere } from './vault/holder.ts'
import type { KeyedLease } from './vault/objects/lease.ts'
import type { Place } from './vault/place/judge.ts'
import { lookAtPlace } from './vault/place/look.ts'
import { warningsAround } from './vault/place/warnings.ts'
import { refuseNetwork, warningOf } from './vault/place/words.ts'
import { attention } from './worker/attention.ts'
import { type ChangeFeed, changeFeed } from './worker/change-feed.ts'
import { type CredentialHolder, credentialBook } from './worker/credentials.ts'
import { grantAccepted, grantBook } from './worker/grants.ts'
import { invalid } from './worker/invalid.ts'
import { afterCommand, answerLive } from './worker/job-commands.ts'
import { operations } from './worker/operations.ts'
import type { Stamp } from './worker/protocol.ts'
import { unknownOperation } from './worker/refusal.ts'
import { superviseJobs } from './worker/supervisor.ts'
import { startThread, type Thread } from './worker/thread.ts'

export { createLockedVault, createVault } from './create-vault.ts'

/**
 * Whether a vault may be made in a folder.
 * @returns what the clerk should know of the place first; null where nothing is wrong with it
 * @throws MunimentError PLACE_UNSAFE
 */
export async function adviseOnPlace(folder: string, look: OpenOptions['place'] = lookAtPlace): Promise<string | null> {
  const place = await look(folder)
  refuseNetwork(place, 'made')
  return warningOf(place)
}

/** A window asks for rows and for counts at once. */
const READERS = 2

export interface OpenOptions {
  readonly clock: () => Instant
  readonly random: (bytes: number) => Uint8Array
  /** Path of the built worker (out/main/worker.js). */
  readonly workerFile: string
  readonly osUser: string
  readonly machine: string
  readonly browser?: BrowserProgram
  /** Other folders in which the app keeps data, looked through after a destruction; none where none is given. */
  readonly dataFolders?: readonly string[]
  /** Looks at where a folder lies; the real look where none is given. */
  readonly place?: (folder: string) => Promise<Place>
  /** Threads that answer queries; two where none is given. */
  readonly readers?: number
}

export interface Archive extends Answering {
  readonly folder: string
  readonly about: VaultFile
  readonly warnings: readonly string[]
  /** Why nothing can be changed in it, as a sentence; null of a living vault. */
  readonly reading: string | null
  /** Whether that is because it was moved away, or is the copy of such a move. */
  readonly moved: boolean
  /** Where the bytes of an object can be read, or null. */
  lease(digest: Digest): Promise<KeyedLease | null>
  captured(asked: CapturedAsked): Promise<CapturedAnswer | null>
  /** Told of objects that may be read no longer. */
  onRevoke(listener: (digest: Digest) => void): () => void
  /** Told of log-ins that a command line gave, so that the shell keeps them; null: to be forgotten. */
  onCredential(listener: CredentialHolder): () => void
  /** Lets no further command line attach, and waits until those attached have gone. */
  drain(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a vault for this process alone; a copy, or a vault that was moved away, to be read only.
 * @throws MunimentError PASSPHRASE_NEEDED, VAULT_CONVERTING, VAULT_IN_USE, VAULT_NOT_FOUND, VAULT_NEWER, VAULT_DAMAGED, PLACE_UNSAFE
 */
export async function openArchive(folder: string, options: OpenOptions): Promise<Archive> {
  const said = readVaultFile(folder)
  const key = refuseLocked(folder)
  const band = bandOfCopy(folder, said.zone)
  if (band !== null) return openToRead(folder, said, { reading: band, moved: false }, options)
  const now = options.clock()
  const place = await (options.place ?? lookAtPlace)(folder)
  const holder = readHolder(folder)
  if (place.kind !== 'local' && isHeldElsewhere(holder, options.machine, now)) throw inUse(holder, said.zone)
  refuseNetwork(place, 'opened')
  const feed = changeFeed(Buffer.from(options.random(8)).toString('hex'))
  const stamp = (actor: PersonId | null): Stamp => ({
    now: options.clock(),
    actor: { person: actor, osUser: options.osUser, machine: options.machine },
    random: options.random(32),
  })
  const grants = grantBook(options.random)
  const credentials = credentialBook()
  const owning = { role: 'writer', folder, key, now } as const
  const started = await startThread(options.workerFile, owning, feed).catch((error: unknown) => {
    if (!(error instanceof MunimentError)) throw error
    if (error.code === 'VAULT_IN_USE') throw inUse(readHolder(folder), said.zone)
    if (error.code === 'VAULT_READ_ONLY') return error
    throw error
  })
  if (started instanceof MunimentError)
    return openToRead(folder, said, { reading: started.message, moved: true }, options)
  const writer = started
  // The writer may have put it right at opening.
  const about = readVaultFile(folder)
  const readers = await startReaders(options.readers ?? READERS, writer, () =>
    startThread(options.workerFile, { role: 'reader', folder, key }, feed),
  )
  const keys = attention()
  const jobs = superviseJobs({
    folder,
    dataFolders: options.dataFolders ?? [],
    workerFile: options.workerFile,
    writer,
    attention: keys.mark,
    stamp: () => stamp(null),
    clock: options.clock,
    files: grants.table,
    credentials: credentials.tableFor,
    changed: feed.changed,
    browser: options.browser ?? null,
  })

  const ask = (operation: string, input: unknown, signal?: AbortSignal) => {
    const reader = readers.reduce((one, other) => (other.load < one.load ? other : one))
    return reader.call({ type: 'query', operation, input, files: grants.table() }, signal ? { signal } : {})
  }

  const start = async (operation: string, input: unknown, context: CallContext) => {
    const id = JobId.parse(context.command ?? Buffer.from(options.random(12)).toString('hex'))
    const label = grants.describe(input)
    const payload = { id, kind: operation, label, input, seed: options.random(32) }
    const created = await writer.call({ type: 'internal', batch: jobCreate.name, payload, stamp: stamp(context.actor) })
    if (created === true) jobs.enqueue(id, operation)
    return { job: id }
  }

  const call: Archive['call'] = async (name, input, context) => {
    const operation = operations.get(name)
    if (!operation) throw unknownOperation(name)
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) throw new MunimentError('INPUT_INVALID', invalid(parsed.error.issues))
    if (operation.kind === 'query') {
      return grantAccepted(name, answerLive(name, await ask(name, input, context.signal), jobs), grants.give)
    }
    presence.acts(context.actor)
    if (operation.kind === 'job') return start(name, input, context)
    if (context.command === null) throw new MunimentError('INPUT_INVALID', 'A command needs an id of its own.')
    const applied = Applied.parse(
      await writer.call({
        type: 'command',
        operation: name,
        input,
        command: context.command,
        files: grants.table(),
        stamp: stamp(context.actor),
      }),
    )
    const begin = (job: string, undone: unknown) => start(job, undone, { ...context, command: null })
    if (!applied.replayed) await afterCommand(name, parsed.data, applied.value, jobs, begin)
    return applied.value
  }

  let closed: Promise<void> | null = null
  const presence = sayWhoIsHere(folder, now, options, place.kind !== 'local', async (person) =>
    nameOf(await ask(personList.name, {}), person),
  )
  const shut = async () => {
    presence.end()
    keys.end()
    await jobs.close()
    await Promise.all(readers.map((reader) => reader.call({ type: 'close' })))
    await writer.call({ type: 'close' })
    await Promise.all([...readers, writer].map((thread) => thread.stop()))
  }

  const answering: Answering = {
    call,
    attend: keys.attend,
    grant: grants.give,
    credential: credentials.hold,
    subscribe: feed.subscribe,
  }
  const socket = await serveSocket(answering, { folder, vaultId: about.vaultId })

  const warnings = [...writer.warnings, ...socket.warnings, ...warningsAround(folder, place)]
  if (!writer.clean) void checkStructure(ask, warnings, feed)

  return {
    ...answering,
    folder,
    about,
    warnings,
    reading: null,
    moved: false,
    // The reader answers with what this very query declares.
    lease: async (digest) => (await ask('media.lease', { digest })) as KeyedLease | null,
    captured: async (asked) => CapturedAnswer.nullable().parse(await ask('capture.answer', asked)),
    onRevoke: feed.onRevoke,
    onCredential: credentials.onGiven,
    drain: socket.drain,
    close: () => {
      closed ??= socket.close().then(shut)
      return closed
    },
  }
}

/** A copy, or a vault that was moved away: a reader only, no lock, no socket; several may read one. */
async function openToRead(
  folder: string,
  about: VaultFile,
  why: { readonly reading: string; readonly moved: boolean },
  options: OpenOptions,
): Promise<Archive> {
  const feed = changeFeed(Buffer.from(options.random(8)).toString('hex'))
  const reader = await startThread(options.workerFile, { role: 'reader', folder, key: refuseLocked(folder) }, feed)
  const grants = grantBook(options.random)
  const ask = (operation: string, input: unknown, signal?: AbortSignal) =>
    reader.call({ type: 'query', operation, input, files: grants.table() }, signal ? { signal } : {})
  let closed: Promise<void> | null = null
  const shut = async () => {
    await reader.call({ type: 'close' })
    await reader.stop()
  }
  return {
    folder,
    about,
    ...why,
    captured: async (asked) => CapturedAnswer.nullable().parse(await ask('capture.answer', asked)),
    warnings: [],
    attend: () => {},
    grant: grants.give,
    credential: () => {},
    onCredential: () => () => {},
    subscribe: feed.subscribe,
    onRevoke: feed.onRevoke,
    call: async (name, input, context) => {
      const operation = operations.get(name)
      if (!operation) throw unknownOperation(name)
      if (operation.kind !== 'query') throw new MunimentError('VAULT_READ_ONLY', `${why.reading} Nothing was done.`)
      const parsed = operation.input.safeParse(input)
      if (!parsed.success) throw new MunimentError('INPUT_INVALID', invalid(parsed.error.issues))
      return grantAccepted(name, await ask(name, input, context.signal), grants.give)
    },
    lease: async (digest) => (await ask('media.lease', { digest })) as KeyedLease | null,
    drain: async () => {},
    close: () => {
      closed ??= shut()
      return closed
    },
  }
}

function nameOf(people: unknown, id: PersonId): string | null {
  return personList.output.parse(people).find((person) => person.id === id)?.name ?? null
}

/** A command's answer, and whether it is that of an earlier run of the same command. */
const Applied = z.object({ value: z.unknown(), replayed: z.boolean() })

/** After a crash the catalog's structure is read through while the clerk works; what is wrong with it joins the warnings. */
async function checkStructure(
  ask: (operation: string, input: unknown) => Promise<unknown>,
  warnings: string[],
  feed: Pick<ChangeFeed, 'changed'>,
): Promise<void> {
  const said = await ask('vault.quick-check', {}).catch(() => 'ok')
  if (said === 'ok') return
  warnings.push(`The catalog is damaged (${String(said)}). Keep this vault as it is, run Verify, and restore a backup.`)
  feed.changed(['vault'])
}

/** Where one reader cannot start, the vault is let go again. */
async function startReaders(count: number, writer: Thread, start: () => Promise<Thread>): Promise<readonly Thread[]> {
  try {
    return await Promise.all(Array.from({ length: count }, start))
  } catch (error) {
    await writer.call({ type: 'close' })
    throw error
  }
}

// Moves a vault to another place: copied, verified, the old one retired, then the new one let go on. At each step at most one is written in.

import { dirname, join, resolve, sep } from 'node:path'
import { MunimentError } from '../../shared/contract/error.ts'
import { JobId, type PersonId } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { type Driver, openDriver } from './vault/catalog/driver.ts'
import { copyCatalog, openReader } from './vault/catalog/open.ts'
import { existsSync, readdirSync, rmdirSync, statSync } from './vault/cipher/fs.ts'
import { rm } from './vault/cipher/fs-promises.ts'
import { copyReadable, shareKey } from './vault/cipher/key-file.ts'
import { makeAside } from './vault/copy-aside.ts'
import { copyFiles } from './vault/copy-files.ts'
import { fileDigest, renameInto } from './vault/file.ts'
import { finishMove } from './vault/moved.ts'
import { type OwnMeans, withOwnVault, writeMoveEntry } from './vault/own.ts'
import { refuseStranger } from './vault/repository/account/people.ts'
import { filesOf } from './vault/repository/files.ts'
import { listJobs } from './vault/repository/job.ts'
import { registerCopy } from './vault/repository/packet/issued.ts'
import { insertMove, newestMove, type VaultMove } from './vault/repository/vault-move.ts'
import { refuseWithoutRoom, sizeOfVault } from './vault/room.ts'
import { verifyVault } from './vault/verify/verify.ts'

export interface MoveOrder {
  readonly person: PersonId
  readonly reason: string
  readonly signal: AbortSignal
  /** Told how many of how many files are copied. */
  readonly progress: (done: number, total: number) => void
}

/**
 * Moves a vault that nobody has open. Until the old one is retired, whatever happens leaves it as it was; a copy that was not finished can
 * not be written in.
 * @throws MunimentError VAULT_IN_USE, VAULT_READ_ONLY, VAULT_DAMAGED, PERSON_UNKNOWN, JOB_NOT_RESUMABLE, TARGET_EXISTS, DISK_FULL, INPUT_INVALID
 */
export async function moveVault(folder: string, target: string, order: MoveOrder, means: OwnMeans): Promise<void> {
  const [from, to] = [resolve(folder), resolve(target)]
  if (to === from || to.startsWith(from + sep)) {
    throw new MunimentError(
      'INPUT_INVALID',
      'A vault cannot be moved into itself. Nothing was changed; choose another place.',
    )
  }
  await withOwnVault(from, means, async (db, now) => {
    refuseStranger(db, order.person)
    refuseUnfinished(db)
    shareKey(from, to, `${to}.part`)
    await clearTarget(to)
    const id = Buffer.from(means.random(12)).toString('hex')
    const place = `${from} on the computer ${means.machine}`
    const move = { id, from: place, to, reason: order.reason, at: now, by: order.person }
    await copyAside(db, from, { ...move, side: 'arrived', state: 'waiting' }, order, means)
    retire(db, { ...move, side: 'left', state: 'gone' }, means)
    finishMove(db, { ...move, side: 'left', state: 'gone' })
  })
}

function refuseUnfinished(db: Driver): void {
  const unfinished = listJobs(db, 200).filter((job) => job.state === 'interrupted' && (job.resumable || job.undoable))
  if (unfinished.length === 0) return
  throw new MunimentError(
    'JOB_NOT_RESUMABLE',
    'A job of this vault was interrupted, and what it unpacked does not move along. Nothing was changed; resume it or undo it first, under Jobs.',
  )
}

/** A copy that an earlier move left unfinished goes; anything else stays and is told. */
async function clearTarget(to: string): Promise<void> {
  if (!existsSync(to) || (statSync(to).isDirectory() && readdirSync(to).length === 0)) return
  const catalog = join(to, 'catalog.sqlite')
  if (existsSync(catalog) && stateThere(catalog) === 'waiting') return rm(to, { recursive: true, force: true })
  throw new MunimentError(
    'TARGET_EXISTS',
    `${to} is not empty. Nothing was moved; choose an empty folder or a new name.`,
  )
}

function stateThere(catalog: string): VaultMove['state'] | null {
  const db = openDriver(catalog, { readonly: true })
  try {
    return newestMove(db)?.state ?? null
  } catch {
    return null
  } finally {
    db.close()
  }
}

/** Copies and verifies beside the new place, then puts the copy there: it waits, and cannot be written in. */
async function copyAside(db: Driver, from: string, move: VaultMove, order: MoveOrder, means: OwnMeans): Promise<void> {
  const aside = `${move.to}.part`
  await makeAside(aside, ['objects', 'packages', 'staging'], async (whole) => {
    const entries = filesOf(db)
    await refuseWithoutRoom(dirname(move.to), sizeOfVault(from, entries), 'Nothing was moved.')
    const catalog = join(aside, 'catalog.sqlite')
    copyCatalog(join(from, 'catalog.sqlite'), catalog)
    const { digest, size } = fileDigest(catalog)
    markWaiting(catalog, move, means.random(16), (copy) =>
      registerCopy(copy, {
        kind: 'retired-vault',
        subject: 'vault',
        name: 'catalog.sqlite',
        place: move.from,
        digest,
        size,
        at: move.at,
      }),
    )
    const { signal, progress } = order
    await copyFiles(from, entries, aside, signal, (done) => progress(done, entries.length))
    // Without this file a folder is no vault: it comes last.
    copyReadable(from, aside)
    await refuseUnsound(aside, move, signal)
    if (existsSync(move.to)) rmdirSync(move.to)
    whole()
    renameInto(aside, move.to)
  })
}

function markWaiting(catalog: string, move: VaultMove, salt: Uint8Array, register: (copy: Driver) => void): void {
  const copy = openDriver(catalog, { readonly: false })
  try {
    copy.pragma('synchronous = FULL')
    copy.transaction(() => {
      insertMove(copy, move, salt)
      register(copy)
    })
  } finally {
    copy.close()
  }
}

/** Reads the whole copy again before anything depends on it. */
async function refuseUnsound(aside: string, move: VaultMove, signal: AbortSignal): Promise<void> {
  const db = openReader(join(aside, 'catalog.sqlite'))
  try {
    const { findings } = await verifyVault(
      { db, folder: aside, job: JobId.parse(move.id), startedAt: move.at, signal },
      () => {},
    )
    const [first] = findings
    if (first === undefined) return
    throw new MunimentError(
      'VAULT_DAMAGED',
      `The copy does not verify (${first.code}, ${first.subject}: ${first.sentence}). Nothing was moved, and the vault is as it was; check it with Verify first.`,
    )
  } finally {
    db.close()
  }
}

/** From here on the old vault is read only: in one transaction with the entry that says so. */
function retire(db: Driver, move: VaultMove, means: OwnMeans): void {
  db.transaction(() => {
    insertMove(db, move, null)
    writeMoveEntry(db, 'left', move.by, { move: move.id }, move.at as Instant, means)
  })
}

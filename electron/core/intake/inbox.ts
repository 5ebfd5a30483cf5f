// Looks at the inbox folder. Nothing in it is followed out of it, moved, changed or deleted.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { InboxList } from '../../../shared/contract/inbox.ts'
import { type InboxItem, type InboxLook, inboxState, isSystemFile } from '../../../shared/domain/intake/inbox.ts'
import { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { lstat, readdir } from '../vault/cipher/fs-promises.ts'
import { digestOf } from '../vault/hex.ts'
import { packagesOfSize } from '../vault/repository/intake/accession.ts'
import { setting } from '../vault/repository/setting.ts'
import { systemReason } from './archive/file.ts'
import { fileDigestOf, folderDigestOf } from './digest.ts'

type Seen = InboxLook & Pick<InboxItem, 'folder' | 'since'>

/** @param before what an earlier look found */
export async function lookIntoInbox(db: Driver, before: readonly InboxLook[], signal: AbortSignal): Promise<InboxList> {
  const place = setting(db, 'inbox')
  if (place === null) return { place, problem: null, items: [] }
  const seen = await everything(place)
  if (seen === null) return { place, problem: gone(place), items: [] }
  const names = seen.map(({ name }) => name)
  const items: InboxItem[] = []
  for (const one of seen) {
    signal.throwIfAborted()
    const state = inboxState(
      one,
      before.find(({ name }) => name === one.name),
      names,
    )
    items.push({ ...one, state, imported: state === 'ready' ? await importOf(db, place, one, signal) : null })
  }
  return { place, problem: null, items }
}

/**
 * Where files of the inbox lie that a clerk accepts.
 * @throws MunimentError FILE_UNREADABLE where one is not what the clerk saw
 */
export async function acceptFromInbox(
  db: Driver,
  files: readonly InboxLook[],
): Promise<{ path: string; name: string }[]> {
  const place = setting(db, 'inbox')
  const seen = (place === null ? null : await everything(place)) ?? []
  const names = seen.map(({ name }) => name)
  return files.map((file) => {
    const { name } = file
    const now = seen.find((one) => one.name === name)
    if (place === null || now === undefined) {
      throw refused(`${name} is no longer in the inbox. Nothing was imported; look at the list again.`)
    }
    if (inboxState(now, file, names) !== 'ready') {
      throw refused(`${name} is still being uploaded. Nothing was imported; wait until it no longer grows.`)
    }
    return { path: join(place, name), name }
  })
}

/** Everything that somebody may have put there, by name; null where the folder cannot be read. Links are left alone. */
async function everything(place: string): Promise<Seen[] | null> {
  try {
    const entries = await readdir(place, { withFileTypes: true })
    const uploads = entries.filter((entry) => (entry.isFile() || entry.isDirectory()) && !isSystemFile(entry.name))
    const seen = await Promise.all(uploads.map(({ name }) => lookAt(place, name).catch(vanished)))
    return seen.filter((one) => one !== null).sort((one, other) => one.name.localeCompare(other.name, 'en'))
  } catch (error) {
    if (systemReason(error) === null) throw error
    return null
  }
}

async function lookAt(place: string, name: string): Promise<Seen> {
  const path = join(place, name)
  const about = await lstat(path)
  const folder = about.isDirectory()
  const below = folder ? await readdir(path, { recursive: true, withFileTypes: true }) : []
  const files = below.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const stats = folder ? await Promise.all(files.map((file) => lstat(file))) : [about]
  const size = stats.reduce((sum, stat) => sum + stat.size, 0)
  const changedAt = Math.floor(stats.reduce((latest, { mtimeMs }) => Math.max(latest, mtimeMs), about.mtimeMs))
  // Where a disk keeps no day of birth it tells zero.
  const since = Math.floor(about.birthtimeMs > 0 ? about.birthtimeMs : about.ctimeMs)
  return { name, size, folder, changedAt: Instant.parse(changedAt), since: Instant.parse(since) }
}

/** Uploads come and go while one looks. */
function vanished(error: unknown): null {
  if (systemReason(error) === null) throw error
  return null
}

/** Digests of what stood still: a file of many gigabytes is read once, not at each look. */
const digests = new Map<string, string>()
const MOST_DIGESTS = 1000

async function importOf(db: Driver, place: string, one: Seen, signal: AbortSignal): Promise<InboxItem['imported']> {
  const candidates = packagesOfSize(db, one.size)
  if (candidates.length === 0) return null
  const path = join(place, one.name)
  const key = `${one.size} ${one.changedAt} ${path}`
  try {
    const digest = digests.get(key) ?? digestOf(await (one.folder ? folderDigestOf : fileDigestOf)(path, signal))
    if (digests.size >= MOST_DIGESTS) digests.clear()
    digests.set(key, digest)
    const found = candidates.find((candidate) => candidate.digest === digest)
    return found === undefined ? null : { accession: found.accession, at: found.at }
  } catch (error) {
    signal.throwIfAborted()
    return vanished(error)
  }
}

function refused(sentence: string): MunimentError {
  return new MunimentError('FILE_UNREADABLE', sentence)
}

function gone(place: string): string {
  return `The inbox folder ${place} cannot be read. Check that the disk or network drive is there, or choose another folder.`
}

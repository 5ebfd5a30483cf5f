// A copy of a vault that somebody else has open: consistent, checked, for reading alone. The vault itself is told that the copy exists.

import { join, resolve } from 'node:path'
import { MunimentError } from '../../shared/contract/error.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { readVaultFile } from './vault/about.ts'
import { openDriver } from './vault/catalog/driver.ts'
import { migrate } from './vault/catalog/migrate.ts'
import { copyCatalog } from './vault/catalog/open.ts'
import { snapshotCatalog } from './vault/catalog/snapshot.ts'
import { existsSync, readdirSync, rmdirSync } from './vault/cipher/fs.ts'
import { copyReadable, refuseLocked, shareKey } from './vault/cipher/key-file.ts'
import { makeAside } from './vault/copy-aside.ts'
import { copyFiles } from './vault/copy-files.ts'
import { bandOfCopy, writeCopyNote } from './vault/copy-note.ts'
import { leaveCopyNotice } from './vault/copy-notice.ts'
import { fileDigest, renameInto } from './vault/file.ts'
import { digestOf } from './vault/hex.ts'
import type { Place } from './vault/place/judge.ts'
import { lookAtPlace } from './vault/place/look.ts'
import { filesOf } from './vault/repository/files.ts'

interface Means {
  readonly clock: () => Instant
  readonly random: (bytes: number) => Uint8Array
  readonly osUser: string
  readonly machine: string
  readonly place?: (folder: string) => Promise<Place>
}

/**
 * Copies a vault, whoever has it open, into a folder that does not exist or is empty. Nothing in the vault is changed but for a notice that
 * the copy exists: at its next opening it is registered among the copies that destruction has to name.
 * @throws MunimentError VAULT_NOT_FOUND, VAULT_NEWER, VAULT_DAMAGED, VAULT_READ_ONLY, TARGET_EXISTS, FILE_UNREADABLE; nothing is left behind
 */
export async function copyToRead(folder: string, target: string, means: Means): Promise<void> {
  const about = readVaultFile(folder)
  refuseLocked(folder)
  if (bandOfCopy(folder, about.zone) !== null) {
    throw new MunimentError('VAULT_READ_ONLY', `${folder} is a copy itself. Nothing was copied; open it as it is.`)
  }
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new MunimentError(
      'TARGET_EXISTS',
      `${target} is not empty. Nothing was copied; choose an empty folder or a new name.`,
    )
  }
  const { kind } = await (means.place ?? lookAtPlace)(folder)
  const aside = `${target}.part`
  shareKey(folder, aside, target)
  await makeAside(aside, ['objects', 'packages'], async (whole) => {
    const asOf = means.clock()
    const catalog = join(aside, 'catalog.sqlite')
    // SQLite may look into a log that another computer writes only through a copy of its own.
    if (kind === 'local') copyCatalog(join(folder, 'catalog.sqlite'), catalog)
    else snapshotCatalog(folder, catalog)
    const entries = prepareForReading(catalog, asOf)
    copyReadable(folder, aside)
    const bytes = await copyFiles(folder, entries, aside, new AbortController().signal, () => {})
    writeCopyNote(aside, { of: folder, asOf, osUser: means.osUser, machine: means.machine })
    const { digest, size } = fileDigest(catalog)
    leaveCopyNotice(folder, means.random(8), {
      place: `${resolve(target)} (${means.machine})`,
      digest: digestOf(digest),
      size: size + bytes,
      at: asOf,
    })
    if (existsSync(target)) rmdirSync(target)
    whole()
    renameInto(aside, target)
  })
}

/** Brings the copy up to this version, so that its readers need no writer beside them. Returns the files that it names. */
function prepareForReading(catalog: string, at: Instant) {
  const db = openDriver(catalog, { readonly: false })
  try {
    migrate(db, at)
    db.pragma('journal_mode = DELETE')
    return filesOf(db)
  } finally {
    db.close()
  }
}

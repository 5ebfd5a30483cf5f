// Gives a vault a passphrase, changes it, takes it off: file after file where it lies, the catalog last. Killed anywhere, it is gone on with.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { MunimentError } from '../../shared/contract/error.ts'
import type { VaultLocks } from '../../shared/contract/key.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { readVaultFile } from './vault/about.ts'
import { convertCatalog } from './vault/catalog/convert.ts'
import { openWriter } from './vault/catalog/open.ts'
import { finishConversion, sealFile, unsealFile } from './vault/cipher/convert.ts'
import {
  CONVERTING,
  type Converting,
  converting,
  hasPassphrase,
  hasRecoveryKey,
  KEY_FILES,
} from './vault/cipher/key-file.ts'
import { DATABASES, holdKey, letGo, type VaultKey } from './vault/cipher/keyring.ts'
import { makeVaultKey, openKey, removeKeyFiles, writeKeyFiles } from './vault/cipher/sealed-key.ts'
import { destroyFile, renameInto } from './vault/file.ts'
import { inUse, readHolder } from './vault/holder.ts'
import { refuseGuessed } from './vault/key/guessed.ts'
import { appendEntry } from './vault/ledger/ledger.ts'
import { lockOf, type OwnMeans, withOwnVault } from './vault/own.ts'
import { refuseStranger } from './vault/repository/account/people.ts'

/** Who does it, and who is told how far it is. */
export interface PassphraseOrder {
  readonly person: PersonId
  readonly signal: AbortSignal
  /** Told how many of how many files are done. */
  readonly progress: (done: number, total: number) => void
  /** As of `writeKeyFiles`; tests alone say it. */
  readonly cost?: number
}

/** The entries of the ledger. */
const ENTRY = { set: 'vault.passphrase-set', change: 'vault.passphrase-change', remove: 'vault.passphrase-remove' }

/** What stays readable at the top of a vault: what it is, its key as sealed, who has it open. The catalog goes its own way. */
const READABLE: ReadonlySet<string> = new Set([
  ...['vault.json', 'FORMAT.md', 'open.json', 'open.json.part', 'copy.json', 'copies', CONVERTING],
  ...Object.values(KEY_FILES).flatMap((name) => [name, `${name}.part`]),
])

/**
 * Gives a vault that nobody has open a passphrase, or goes on with that.
 * @param locks where it is gone on with: the passphrase that was given at first
 * @throws MunimentError INPUT_INVALID, KEY_REFUSED, PERSON_UNKNOWN, VAULT_IN_USE, VAULT_READ_ONLY, VAULT_DAMAGED, CANCELLED; it can be gone on with
 */
export async function setPassphrase(folder: string, locks: VaultLocks, order: PassphraseOrder, means: OwnMeans) {
  const begun = converting(folder)
  if (begun?.to === 'plain') throw otherWay('remove')
  const person = begun?.person ?? order.person
  if (begun === null) {
    if (hasPassphrase(folder)) {
      throw new MunimentError('INPUT_INVALID', 'This vault has a passphrase. Nothing was done; change it instead.')
    }
    refuseGuessed(locks.passphrase, readVaultFile(folder).city, 'Nothing was changed.')
    await known(folder, order.person, means)
  }
  await withLock(folder, async () => {
    mark(folder, { to: 'sealed', person })
    const key = hasPassphrase(folder) ? await openKey(folder, locks.passphrase) : makeVaultKey(means.random)
    if (!hasPassphrase(folder))
      await writeKeyFiles(folder, key, locks, order.cost).catch((error: unknown) => {
        unmark(folder)
        throw error
      })
    convertFiles(folder, key, 'sealed', order)
    convertCatalogs(folder, key, 'sealed')
    holdKey(folder, key)
    writeEntry(folder, ENTRY.set, person, { recovery: hasRecoveryKey(folder) }, means)
    unmark(folder)
  })
}

/**
 * Takes the passphrase off a vault that nobody has open, or goes on with that.
 * @param secret the passphrase, or the recovery key
 * @throws MunimentError as {@link setPassphrase}
 */
export async function removePassphrase(folder: string, secret: string, order: PassphraseOrder, means: OwnMeans) {
  const begun = converting(folder)
  if (begun?.to === 'sealed') throw otherWay('set')
  const person = begun?.person ?? order.person
  if (begun === null) {
    refuseWithout(folder)
    holdKey(folder, await openKey(folder, secret))
    await known(folder, order.person, means)
  }
  await withLock(folder, async () => {
    if (hasPassphrase(folder)) {
      const key = await openKey(folder, secret)
      // What a kill left half brought in of a sealed file is found by the key.
      holdKey(folder, key)
      mark(folder, { to: 'plain', person })
      convertFiles(folder, key, 'plain', order)
      convertCatalogs(folder, key, 'plain')
      letGo(folder)
      writeEntry(folder, ENTRY.remove, person, {}, means)
      removeKeyFiles(folder)
    }
    unmark(folder)
  })
}

/**
 * Changes the passphrase, and the recovery key where one is named. The vault's key, and so every file, stays as it is.
 * @param secret the passphrase until now, or the recovery key
 * @throws MunimentError INPUT_INVALID, KEY_REFUSED, PERSON_UNKNOWN, VAULT_IN_USE, VAULT_CONVERTING
 */
export async function changePassphrase(
  folder: string,
  secret: string,
  locks: VaultLocks,
  { person, cost }: Pick<PassphraseOrder, 'person' | 'cost'>,
  means: OwnMeans,
) {
  refuseWithout(folder)
  refuseGuessed(locks.passphrase, readVaultFile(folder).city, 'Nothing was changed.')
  const key = await openKey(folder, secret)
  holdKey(folder, key)
  await withOwnVault(folder, means, async (db, at) => {
    refuseStranger(db, person)
    await writeKeyFiles(folder, key, locks, cost)
    db.transaction(() => {
      const payload = { actor: person, notes: [{ recovery: hasRecoveryKey(folder) }] }
      appendEntry(db, { at, kind: ENTRY.change, payload, salt: means.random(16) })
    })
  })
}

/**
 * Goes on with what was cut off, whichever way it was. Where nothing was sealed yet, there is nothing to go on with, and the vault is as it was.
 * @param secret the passphrase, or the recovery key
 * @throws MunimentError as {@link setPassphrase}
 */
export async function finishPassphrase(
  folder: string,
  secret: string,
  order: Omit<PassphraseOrder, 'person'>,
  means: OwnMeans,
) {
  const begun = converting(folder)
  if (begun === null) return
  const { person } = begun
  if (begun.to === 'plain') return removePassphrase(folder, secret, { ...order, person }, means)
  if (!hasPassphrase(folder)) return withLock(folder, async () => unmark(folder))
  return setPassphrase(folder, { passphrase: secret, recipient: null }, { ...order, person }, means)
}

function convertFiles(
  folder: string,
  key: VaultKey,
  to: Converting['to'],
  { signal, progress }: PassphraseOrder,
): void {
  finishConversion(folder)
  const files = filesIn(folder)
  for (const [done, path] of files.entries()) {
    signal.throwIfAborted()
    if (to === 'sealed') sealFile(folder, path, key)
    else unsealFile(folder, path, key)
    progress(done + 1, files.length)
  }
}

function convertCatalogs(folder: string, key: VaultKey, to: Converting['to']): void {
  destroyFile(join(folder, 'catalog-before-migration.sqlite.part'))
  for (const name of ['catalog-before-migration.sqlite', 'catalog.sqlite']) convertCatalog(join(folder, name), key, to)
}

/** Every file but what stays readable, by its path in the vault. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => {
      const [top = ''] = path.split(sep)
      return !READABLE.has(top) && !(top === path && DATABASES.test(path))
    })
}

async function known(folder: string, person: PersonId, means: OwnMeans): Promise<void> {
  await withOwnVault(folder, means, async (db) => refuseStranger(db, person))
}

async function withLock(folder: string, work: () => Promise<void>): Promise<void> {
  const lock = lockOf(folder, () => inUse(readHolder(folder), readVaultFile(folder).zone))
  try {
    await work()
  } finally {
    lock.release()
  }
}

function writeEntry(
  folder: string,
  kind: string,
  person: PersonId,
  note: Readonly<Record<string, unknown>>,
  { clock, random }: OwnMeans,
): void {
  const db = openWriter(join(folder, 'catalog.sqlite'))
  try {
    db.transaction(() =>
      appendEntry(db, { at: clock(), kind, payload: { actor: person, notes: [note] }, salt: random(16) }),
    )
  } finally {
    db.close()
  }
}

function mark(folder: string, begun: Converting): void {
  const path = join(folder, CONVERTING)
  writeFileSync(`${path}.part`, `${JSON.stringify(begun)}\n`, { flush: true })
  renameInto(`${path}.part`, path)
}

function unmark(folder: string): void {
  rmSync(join(folder, CONVERTING), { force: true })
}

function refuseWithout(folder: string): void {
  if (hasPassphrase(folder)) return
  throw new MunimentError('INPUT_INVALID', 'This vault has no passphrase. Nothing was done.')
}

function otherWay(way: 'set' | 'remove'): MunimentError {
  const what = way === 'set' ? 'put under a passphrase' : 'freed of its passphrase'
  return new MunimentError(
    'VAULT_CONVERTING',
    `This vault is being ${what}, and that comes to its end first. Nothing was done; go on with “vault passphrase ${way}”.`,
  )
}

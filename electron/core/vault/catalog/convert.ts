// The catalog brought under a key, or out from under it: by a copy that is proved before it takes the place; killed anywhere, one of both is whole.
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { VaultKey } from '../cipher/keyring.ts'
import { destroyFile, renameInto } from '../file.ts'
import { ledgerHead } from '../ledger/ledger.ts'
import { type Driver, openDriver, rekeyCopy } from './driver.ts'

/** How a database begins that is not encrypted. */
const PLAIN = Buffer.from('SQLite format 3\0')

/**
 * Converts a catalog that nobody has open; one that is as it should be is left. What was left of an earlier attempt is finished or destroyed.
 * @param file its path
 * @param to whether it is to be encrypted, or plain
 * @throws MunimentError VAULT_DAMAGED where the copy does not hold what the catalog does; the catalog is then as it was
 */
export function convertCatalog(file: string, key: VaultKey, to: 'sealed' | 'plain'): void {
  const [aside, old] = [`${file}.converting`, `${file}.old`]
  if (!existsSync(file) && existsSync(old)) renameInto(old, file)
  destroyFile(aside)
  if (!existsSync(file)) return
  if (isPlain(file) !== (to === 'plain')) {
    const [from, then] = to === 'sealed' ? [null, key] : [key, null]
    const head = withDriver(file, from, (db) => {
      // What the log holds is in the copy, and no log stays behind.
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.pragma('journal_mode = DELETE')
      db.run('VACUUM INTO ?', aside)
      return headOf(db)
    })
    rekeyCopy(aside, from, then)
    refuseOther(aside, then, head)
    renameInto(file, old)
    renameInto(aside, file)
  }
  destroyFile(old)
}

function refuseOther(aside: string, key: VaultKey | null, head: string): void {
  const sound = withDriver(aside, key, (db) => db.pragma('integrity_check') === 'ok' && headOf(db) === head)
  if (sound && isPlain(aside) === (key === null)) return
  destroyFile(aside)
  throw new MunimentError(
    'VAULT_DAMAGED',
    'The catalog written anew is not the one that was there. It was destroyed, and the catalog is as it was; check the vault with Verify, then go on.',
  )
}

function withDriver<Result>(file: string, key: VaultKey | null, work: (db: Driver) => Result): Result {
  const db = openDriver(file, { readonly: false, key })
  try {
    db.pragma('temp_store = MEMORY')
    return work(db)
  } finally {
    db.close()
  }
}

function headOf(db: Driver): string {
  const { seq, hash } = ledgerHead(db)
  return `${seq} ${Buffer.from(hash).toString('hex')}`
}

function isPlain(file: string): boolean {
  const start = Buffer.alloc(PLAIN.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, start, 0, start.length, 0)
  } finally {
    closeSync(handle)
  }
  return start.equals(PLAIN)
}

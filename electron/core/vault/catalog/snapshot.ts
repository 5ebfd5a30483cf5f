// A copy of a catalog that another computer has open: by bytes alone, because SQLite's shared memory ends at a computer's edge.
import { closeSync, copyFileSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { openDriver } from './driver.ts'

const TRIES = 20
/** A log begins with its salts, which change when it begins anew. */
const LOG_HEADER = 32

/**
 * Copies catalog and log until neither the catalog nor the beginning of the log changed meanwhile: what is in the log behind its last whole
 * transaction is then left out by SQLite itself.
 * @throws MunimentError VAULT_IN_USE where it is written to without a pause, VAULT_DAMAGED where the copy is not sound
 */
export function snapshotCatalog(folder: string, target: string): void {
  const catalog = join(folder, 'catalog.sqlite')
  const log = `${catalog}-wal`
  const aside = `${target}.raw`
  for (let tries = 1; ; tries++) {
    const before = stateOf(catalog, log)
    copyFileSync(catalog, aside)
    rmSync(`${aside}-wal`, { force: true })
    if (existsSync(log)) copyFileSync(log, `${aside}-wal`)
    if (stateOf(catalog, log) === before) break
    if (tries === TRIES) {
      const sentence = 'The vault is being written to without a pause. No copy was made; try again in a while.'
      throw new MunimentError('VAULT_IN_USE', sentence)
    }
  }
  settle(aside)
  renameSync(aside, target)
}

function stateOf(catalog: string, log: string): string {
  const { size, mtimeMs } = statSync(catalog)
  return `${size} ${mtimeMs} ${existsSync(log) ? headerOf(log) : ''}`
}

function headerOf(log: string): string {
  const file = openSync(log, 'r')
  try {
    const header = Buffer.alloc(LOG_HEADER)
    readSync(file, header, 0, LOG_HEADER, 0)
    return header.toString('hex')
  } finally {
    closeSync(file)
  }
}

/** Takes the log into the copy, and reads the copy through. */
function settle(file: string): void {
  const db = openDriver(file, { readonly: false })
  try {
    db.pragma('journal_mode = DELETE')
    if (db.pragma('quick_check') !== 'ok') {
      throw new MunimentError('VAULT_DAMAGED', 'The copy of the catalog is not sound. Nothing was kept; try again.')
    }
  } finally {
    db.close()
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  }
}

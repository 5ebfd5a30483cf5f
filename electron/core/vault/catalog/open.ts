// Opening the catalog: engineering.md topic 3's procedure, one function a kind of connection.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type Driver, openDriver } from './driver.ts'

/** Marks the file as a Muniment catalog (`file` and forensic tools read it): "MUNI". */
const APPLICATION_ID = 0x4d554e49
const OLDEST_SQLITE = [3, 51, 3] as const

/**
 * Opens the only connection that writes.
 * @param file path of catalog.sqlite; made when absent
 * @throws MunimentError VAULT_DAMAGED when the file is no catalog or SQLite is too old to be safe
 */
export function openWriter(file: string): Driver {
  const driver = guarded(() => openDriver(file, { readonly: false }))
  const id = guarded(() => driver.pragma('application_id'))
  if (id === 0 && driver.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n === 0) {
    driver.pragma('page_size = 8192')
    driver.pragma('secure_delete = ON')
    driver.pragma(`application_id = ${APPLICATION_ID}`)
  } else if (id !== APPLICATION_ID) {
    throw new MunimentError('VAULT_DAMAGED', 'catalog.sqlite is not a Muniment catalog. Nothing was changed.')
  }
  driver.pragma('journal_mode = WAL')
  driver.pragma('synchronous = FULL')
  driver.pragma('checkpoint_fullfsync = ON')
  driver.pragma('secure_delete = ON')
  driver.pragma('wal_autocheckpoint = 16000')
  driver.pragma('cache_size = -65536')
  connectionPragmas(driver)
  return driver
}

/**
 * Opens a connection that can only read.
 * @throws MunimentError VAULT_DAMAGED
 */
export function openReader(file: string): Driver {
  const driver = guarded(() => openDriver(file, { readonly: true }))
  driver.pragma('query_only = ON')
  driver.pragma('cache_size = -65536')
  connectionPragmas(driver)
  return driver
}

/**
 * Opens a connection that can only read, but for tables of its own in memory, which end with it.
 * @throws MunimentError VAULT_DAMAGED
 */
export function openScratch(file: string): Driver {
  const driver = guarded(() => openDriver(file, { readonly: true }))
  connectionPragmas(driver)
  return driver
}

/** Writes a compact copy of the catalog as it is at this instant, beside its writer. */
export function copyCatalog(file: string, target: string): void {
  const driver = openDriver(file, { readonly: true })
  try {
    driver.run('VACUUM INTO ?', target)
  } finally {
    driver.close()
  }
}

function connectionPragmas(driver: Driver): void {
  driver.pragma('foreign_keys = ON')
  driver.pragma('temp_store = MEMORY')
  driver.pragma('trusted_schema = OFF')
  driver.pragma('cell_size_check = ON')
  driver.pragma('busy_timeout = 5000')
  const version = driver.get<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? '0'
  if (!atLeast(version, OLDEST_SQLITE)) {
    throw new MunimentError('VAULT_DAMAGED', `SQLite ${version} can damage a catalog; 3.51.3 or later is needed.`)
  }
}

function atLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [place, wanted] of oldest.entries()) {
    const have = parts[place] ?? 0
    if (have !== wanted) return have > wanted
  }
  return true
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw new MunimentError(
      'VAULT_DAMAGED',
      'catalog.sqlite could not be opened. Nothing was changed; restore a backup.',
      {
        cause: error,
      },
    )
  }
}

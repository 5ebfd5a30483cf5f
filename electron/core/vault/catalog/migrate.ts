// Migrations: frozen by digest, each in one transaction, never a deletion on failure (design §4).
import { createHash } from 'node:crypto'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from './driver.ts'

export interface Migration {
  /** Its file name without `.sql`: a time, then what it does. */
  readonly name: string
  readonly sql: string
}

const sources = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** Every migration of this version of Muniment, oldest first. */
export const migrations: readonly Migration[] = Object.entries(sources)
  .map(([path, sql]) => ({ name: path.replace(/^.*\/|\.sql$/g, ''), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** SHA-256 of a migration, lower-case hexadecimal. */
function migrationDigest(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/** The names of migrations that the catalog still lacks. */
export function pendingMigrations(driver: Driver): readonly Migration[] {
  driver.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, digest TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  )
  const applied = new Map(
    driver
      .all<{ name: string; digest: string }>('SELECT name, digest FROM migration')
      .map((row) => [row.name, row.digest]),
  )
  for (const [name, digest] of applied) {
    const known = migrations.find((migration) => migration.name === name)
    if (!known) throw newer(name)
    if (migrationDigest(known) !== digest) throw altered(name)
  }
  return migrations.filter((migration) => !applied.has(migration.name))
}

/**
 * Brings the catalog up to this version.
 * @throws MunimentError VAULT_NEWER, VAULT_DAMAGED; the catalog is left as it was
 */
export function migrate(driver: Driver, at: Instant): void {
  for (const migration of pendingMigrations(driver)) {
    driver.pragma('foreign_keys = OFF')
    driver.transaction(() => {
      driver.exec(migration.sql)
      if (driver.all('PRAGMA foreign_key_check').length > 0) throw altered(migration.name)
      driver.run('INSERT INTO migration VALUES (?, ?, ?)', migration.name, migrationDigest(migration), at)
    })
    driver.pragma('foreign_keys = ON')
  }
}

function newer(name: string): MunimentError {
  return new MunimentError(
    'VAULT_NEWER',
    `This vault was changed by a newer version of Muniment (${name}). Nothing was touched; open it with that version.`,
  )
}

function altered(name: string): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `The catalog does not fit its own description (${name}). Nothing was changed; restore a backup or ask for help.`,
  )
}

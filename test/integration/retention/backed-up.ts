// A backup of a vault of tests, made at any moment of a job, and restored after what was done since.
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Restored, restoreVault } from '../../../electron/core/restore-vault.ts'
import type { ToldFiles } from '../../../electron/core/retention/restore/told.ts'
import { copyCatalog, openReader } from '../../../electron/core/vault/catalog/open.ts'
import { Instant } from '../../../shared/domain/time.ts'
import type { RetentionVault } from './support.ts'

/** A folder for backups and what is restored of them; it goes after the tests of the file. */
export function backups(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `muniment-${name}-`))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let made = 0
  const means = {
    clock: () => Instant.parse(Date.parse('2026-12-24T18:00:00Z')),
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    machine: 'desk',
  }
  const target = () => join(folder, `restored-${++made}`)
  return {
    /** Copies the vault as it is at this moment. */
    make: (vault: RetentionVault): string => {
      const backup = join(folder, `backup-${++made}`)
      cpSync(vault.folder, backup, { recursive: true, filter: (path) => !path.includes('catalog.sqlite') })
      copyCatalog(join(vault.folder, 'catalog.sqlite'), join(backup, 'catalog.sqlite'))
      return backup
    },
    /** Restores a backup after the vault as it is now. */
    restore: async (backup: string, vault: RetentionVault): Promise<Restored & { readonly folder: string }> => {
      const places = { backup, target: target(), later: vault.folder }
      return { ...(await restoreVault(places, means)), folder: places.target }
    },
    /** Restores it by what else tells of the time since. */
    restoreBy: async (backup: string, told: ToldFiles): Promise<Restored & { readonly folder: string }> => {
      const places = { backup, target: target(), later: null, told }
      return { ...(await restoreVault(places, means)), folder: places.target }
    },
  }
}

/** Rows of the catalog of a folder. */
export function rowsIn<Row>(folder: string, sql: string): Row[] {
  const db = openReader(join(folder, 'catalog.sqlite'))
  try {
    return db.all<Row>(sql)
  } finally {
    db.close()
  }
}

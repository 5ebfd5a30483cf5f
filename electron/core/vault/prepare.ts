// What is done to a catalog each time it is opened: migrations, unfinished work, and what the clerk should be told.
import { join } from 'node:path'
import type { Instant } from '../../../shared/domain/time.ts'
import { readVaultFile } from './about.ts'
import type { Driver } from './catalog/driver.ts'
import { migrate, pendingMigrations } from './catalog/migrate.ts'
import { existsSync, renameSync, rmSync } from './cipher/fs.ts'
import { takeCopyNotices } from './copy-notice.ts'
import { fileDigest } from './file.ts'
import { ledgerHead } from './ledger/ledger.ts'
import { sweepAnnounced } from './objects/announced.ts'
import { unlinkMarked } from './objects/unlink.ts'
import { setUnknownAside } from './packages/sealed.ts'
import { finishStrikes } from './packages/strike.ts'
import { FOLDING, refold } from './record/reindex.ts'
import { interruptRunning } from './repository/job.ts'
import { type IssuedCopy, registerCopy } from './repository/packet/issued.ts'
import { settlePractice } from './repository/practice.ts'
import { openedAfterCleanClose, saveSetting } from './repository/setting.ts'
import { settleZone } from './zone-file.ts'

export interface Prepared {
  readonly warnings: readonly string[]
  readonly clean: boolean
}

/**
 * Prepares the catalog for use.
 * @returns sentences for the clerk (interrupted jobs, strikes finished, a clock that is behind), and whether the last close was clean
 * @throws MunimentError VAULT_NEWER, VAULT_DAMAGED
 */
export function prepareCatalog(db: Driver, folder: string, now: Instant): Prepared {
  const warnings: string[] = []
  const fresh = db.get("SELECT 1 FROM sqlite_schema WHERE name = 'ledger'") === undefined
  const pending = pendingMigrations(db)
  const copy = !fresh && pending.length > 0 ? copyBeforeMigration(db, folder, now) : null
  migrate(db, now)
  settlePractice(db, readVaultFile(folder).practice)
  const zone = settleZone(db, folder)
  if (zone !== null) warnings.push(zone)
  if (copy) registerCopy(db, copy)
  takeCopyNotices(db, folder)
  if (fresh) saveSetting(db, 'fold_version', FOLDING)
  else if (refold(db)) warnings.push('The search index was rebuilt for this version of Muniment.')
  const interrupted = db.transaction(() => interruptRunning(db, now))
  if (interrupted > 0)
    warnings.push(`${interrupted} job${interrupted === 1 ? ' was' : 's were'} interrupted; resume or undo under Jobs.`)
  const struck = finishStrikes(db, folder, now)
  if (struck > 0) warnings.push(`${struck} unfinished destruction${struck === 1 ? ' was' : 's were'} completed.`)
  unlinkMarked(db, folder)
  const swept = sweepAnnounced(db, folder)
  if (swept > 0) {
    warnings.push(
      `${swept} file${swept === 1 ? '' : 's'} that an interrupted job had written, and that nothing in the vault names, ${swept === 1 ? 'was' : 'were'} taken away.`,
    )
  }
  const aside = setUnknownAside(db, folder)
  if (aside > 0) {
    warnings.push(
      `${aside} package${aside === 1 ? '' : 's'} that the catalog does not know ${aside === 1 ? 'was' : 'were'} set aside in the folder “unknown” of the vault. Look before you delete.`,
    )
  }
  const head = ledgerHead(db)
  if (head.at > now) {
    warnings.push(
      "This computer's clock is behind the last entry of the ledger. Nothing can be destroyed until it is set right.",
    )
  }
  saveSetting(db, 'opened_at', String(now))
  return { warnings, clean: openedAfterCleanClose(db) }
}

function copyBeforeMigration(db: Driver, folder: string, now: Instant): IssuedCopy {
  const place = join(folder, 'catalog-before-migration.sqlite')
  const partial = `${place}.part`
  if (existsSync(partial)) rmSync(partial)
  db.run('VACUUM INTO ?', partial)
  renameSync(partial, place)
  return {
    kind: 'migration-copy',
    subject: 'catalog',
    name: 'catalog-before-migration.sqlite',
    place,
    ...fileDigest(place),
    at: now,
  }
}

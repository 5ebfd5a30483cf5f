// Counts for the first screen: from small tables and sums kept on accessions, so that a million records cost nothing.
import type { z } from 'zod'
import { vaultSetup } from '../../../../shared/contract/desk.ts'
import type { VaultSummary } from '../../../../shared/contract/vault.ts'
import type { Driver } from '../catalog/driver.ts'

/** How much of everything there is. `versions` counts finished accessions. */
export function summaryCounts(db: Driver): VaultSummary['counts'] {
  const row = db.get<VaultSummary['counts']>(
    `SELECT
       (SELECT count(*) FROM account) AS accounts,
       (SELECT count(*) FROM person) AS people,
       (SELECT count(*) FROM accession WHERE state <> 'undone') AS accessions,
       (SELECT count(*) FROM record) AS records,
       (SELECT coalesce(sum(records + versions), 0) FROM accession WHERE state = 'complete') AS versions,
       (SELECT count(*) FROM record) - (SELECT count(*) FROM record WHERE series IS NOT NULL) AS untagged,
       (SELECT count(*) FROM object) AS objects,
       (SELECT count(*) FROM hold WHERE released_at IS NULL) AS holds,
       (SELECT count(*) FROM request WHERE state = 'open') AS requests,
       (SELECT count(*) FROM schedule) AS schedules,
       (SELECT count(*) FROM ledger) AS ledger`,
  )
  if (row === undefined) throw new Error('the catalog does not count')
  return row
}

/** How many sets of rules were saved, and when the vault was last copied whole. */
export function setupState(db: Driver): z.infer<typeof vaultSetup.output> {
  const row = db.get(
    `SELECT (SELECT count(*) FROM rule_set) AS ruleSets, (SELECT max(issued_at) FROM issued WHERE kind = 'backup') AS lastBackup`,
  )
  return vaultSetup.output.parse(row)
}

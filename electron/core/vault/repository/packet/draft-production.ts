// A production that is never written down: in tables of one connection, in memory, before those of the catalog and called like them.
import type { Driver } from '../../catalog/driver.ts'

const TABLES = ['production', 'production_item', 'production_decision', 'production_secret'] as const

/** Lays empty tables before those of the catalog: what this connection reads and writes of productions is a draft's alone, and ends with it. */
export function beginDraft(scratch: Driver): void {
  for (const table of TABLES) scratch.exec(`CREATE TEMP TABLE ${table} AS SELECT * FROM main.${table} WHERE 0`)
  scratch.exec('CREATE INDEX temp.draft_item ON production_item (production_id, position)')
  scratch.exec('CREATE INDEX temp.draft_record ON production_item (record_id)')
  scratch.exec('CREATE INDEX temp.draft_decision ON production_decision (production_id, position)')
}

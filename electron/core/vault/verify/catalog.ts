// The catalog itself: the database, its references, its index, its schema, the ledger, unfinished work.
import type { Driver } from '../catalog/driver.ts'
import { openDriver } from '../catalog/driver.ts'
import { migrations } from '../catalog/migrate.ts'
import { checkLedger } from '../ledger/ledger.ts'
import { type Check, finding } from './check.ts'

export const checkCatalog: Check = {
  name: 'catalog',
  *run({ db, total, counted }) {
    total(4)
    for (const { integrity_check: said } of db.all<{ integrity_check: string }>('PRAGMA integrity_check')) {
      if (said !== 'ok') yield finding('V050', said)
    }
    counted()
    for (const row of db.all<{ table: string; rowid: number | null }>('PRAGMA foreign_key_check')) {
      yield finding('V051', `${row.table} ${row.rowid ?? ''}`.trim())
    }
    counted()
    const lost = db.get<{ n: number }>(UNINDEXED)
    if (lost && lost.n !== 0) yield finding('V052', `${Math.abs(lost.n)} texts more or fewer than it lists`)
    counted()
    const foreign = schemaDifferences(db)
    for (const name of foreign) yield finding('V053', name)
    counted()
  },
}

export const checkLog: Check = {
  name: 'ledger entries',
  *run({ db, job, startedAt, total, counted }) {
    const { entries, broken } = checkLedger(db)
    total(entries)
    for (let entry = 0; entry < entries; entry += 1) counted()
    if (broken !== null) yield finding('V040', `entry ${broken} does not follow from those before it`)
    const ahead = db.get<{ seq: number; at: number }>(AHEAD, job, startedAt)
    if (ahead) yield finding('V041', `entry ${ahead.seq} is of ${new Date(ahead.at).toISOString()}`)
    const open = db.all<{ id: number }>('SELECT id FROM strike WHERE done_at IS NULL')
    for (const { id } of open) yield finding('V060', `strike ${id}`)
  },
}

/** Counts the texts against what the index says it holds; their words are compared record by record. */
const UNINDEXED = 'SELECT (SELECT count(*) FROM body) - (SELECT count(*) FROM found_docsize) AS n'

/** The entry furthest ahead of a job's start among those written before the job was. */
const AHEAD = `SELECT seq, at FROM ledger
  WHERE seq < (SELECT seq FROM ledger_payload WHERE payload ->> '$.job' = ? ORDER BY seq LIMIT 1) AND at > ?
  ORDER BY at DESC LIMIT 1`

interface Named {
  readonly name: string
  readonly sql: string | null
}

function schemaDifferences(db: Driver): string[] {
  const fresh = openDriver(':memory:', { readonly: false })
  try {
    for (const migration of migrations) fresh.exec(migration.sql)
    const expected = schemaOf(fresh)
    const found = schemaOf(db)
    const names = new Set([...expected.keys(), ...found.keys()])
    return [...names].filter((name) => name !== 'migration' && expected.get(name) !== found.get(name))
  } finally {
    fresh.close()
  }
}

function schemaOf(db: Driver): Map<string, string | null> {
  const rows = db.all<Named>("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}

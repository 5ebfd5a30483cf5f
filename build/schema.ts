// `npm run schema`: writes schema.sql from the migrations, and freezes migrations that are new by their digest.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

const root = resolve(import.meta.dirname, '..')
const catalog = join(root, 'electron/core/vault/catalog')

/** The schema as it is committed. */
export const schemaFile = join(catalog, 'schema.sql')
/** SHA-256 of every migration that was ever committed, by name. */
export const frozenFile = join(root, 'test/rule/migrations.json')

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The migrations in the order in which they are applied. */
export function readMigrations(): Migration[] {
  const folder = join(catalog, 'migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** A table of the schema with the text that makes it and the columns that SQLite sees in it. */
export interface Table {
  readonly name: string
  readonly sql: string
  readonly columns: readonly string[]
}

/** What the migrations come to: the whole schema as text, and its tables. SQLite keeps each statement with its comments. */
export function schemaOf(migrations: readonly Migration[]): {
  readonly text: string
  readonly tables: readonly Table[]
} {
  const db = new Database(':memory:')
  try {
    for (const { sql } of migrations) db.exec(sql)
    // A full-text index keeps tables of its own, which nobody writes by hand.
    const made = db
      .prepare<[], { type: string; name: string; sql: string }>(
        `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL
           AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid`,
      )
      .all()
    const columns = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    return {
      text: `${header}${made.map(({ type, sql }) => `${type === 'table' ? '\n' : ''}${sql};\n`).join('')}`,
      tables: made
        .filter(({ type }) => type === 'table')
        .map(({ name, sql }) => ({ name, sql, columns: columns.all(name).map((column) => column.name) })),
    }
  } finally {
    db.close()
  }
}

const header = `-- The catalog of a vault, catalog.sqlite. Generated from migrations/ by "npm run schema"; not to be edited.
`

/** Digests of migrations by name, lower-case hexadecimal. */
export function digestsOf(migrations: readonly Migration[]): Record<string, string> {
  return Object.fromEntries(migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]))
}

/** The migrations of the frozen list that were edited or taken away since; vaults exist that went through them. */
export function thawed(frozen: Readonly<Record<string, string>>, migrations: readonly Migration[]): string[] {
  const now = digestsOf(migrations)
  return Object.keys(frozen).filter((name) => frozen[name] !== now[name])
}

if (import.meta.main) {
  const migrations = readMigrations()
  const frozen: Record<string, string> = existsSync(frozenFile) ? JSON.parse(readFileSync(frozenFile, 'utf8')) : {}
  const changed = thawed(frozen, migrations)
  if (changed.length > 0) {
    console.error(
      `Edited, though vaults have gone through it: ${changed.join(', ')}. Put it back and write a new migration.`,
    )
    process.exit(1)
  }
  writeFileSync(schemaFile, schemaOf(migrations).text)
  writeFileSync(frozenFile, `${JSON.stringify(digestsOf(migrations), null, 2)}\n`)
  console.log(`schema.sql: ${schemaOf(migrations).tables.length} tables from ${migrations.length} migrations`)
}

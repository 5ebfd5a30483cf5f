// schema.sql agrees with the migrations, explains every column, and no migration is edited after it was committed.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { digestsOf, frozenFile, readMigrations, schemaFile, schemaOf, type Table, thawed } from '../../build/schema.ts'

const migrations = readMigrations()
const schema = schemaOf(migrations)

/** Columns whose line in the schema carries no comment. */
function unexplained({ name, sql, columns }: Table): string[] {
  const explained = sql.split('\n').flatMap((line) => /^\s*(\w+)\b.*\s-- \S/.exec(line)?.[1] ?? [])
  return columns.filter((column) => !explained.includes(column)).map((column) => `${name}.${column}`)
}

describe('schema.sql', () => {
  test('is what the migrations come to (if not: npm run schema)', () => {
    console.log(`schema: ${schema.tables.length} tables from ${migrations.length} migrations`)
    expect(readFileSync(schemaFile, 'utf8')).toBe(schema.text)
  })

  test('explains every column on its line', () => {
    expect(schema.tables.flatMap(({ columns }) => columns).length).toBeGreaterThan(100)
    expect(schema.tables.flatMap(unexplained)).toEqual([])
  })
})

describe('migrations', () => {
  test('are frozen by digest (a new one: npm run schema)', () => {
    expect(JSON.parse(readFileSync(frozenFile, 'utf8'))).toEqual(digestsOf(migrations))
  })

  test('the check finds one that was edited, and one that was taken away', () => {
    const one = { name: 'a.sql', sql: 'CREATE TABLE a (b)' }
    const other = { name: 'c.sql', sql: 'CREATE TABLE c (d)' }
    expect(thawed(digestsOf([one, other]), [{ ...one, sql: 'CREATE TABLE a (x)' }])).toEqual(['a.sql', 'c.sql'])
    expect(thawed(digestsOf([one]), [one, other])).toEqual([])
  })

  test('the check finds a column without a comment', () => {
    const { tables } = schemaOf([{ name: 'a.sql', sql: 'CREATE TABLE a (\n  b INTEGER, -- told\n  c TEXT\n)' }])
    expect(tables.flatMap(unexplained)).toEqual(['a.c'])
  })
})

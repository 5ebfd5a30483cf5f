// The support file says how a vault is, and nothing of what is in it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it } from 'vitest'
import { supportFile } from '../../../electron/core/stewardship/support-file.ts'
import { openReader } from '../../../electron/core/vault/catalog/open.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { SupportFile, supportShow, supportWrite } from '../../../shared/contract/support.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { workplace } from '../../support/vaults.ts'

const place = workplace('support')
/** Stands in every text of every table; short parts of it would be found, too. */
const SECRET = 'Quetzalcoatl-Zyxwvu@example.org/home/mayor'

/** Plants the secret in every column of every table that can hold it; returns how many columns that were. */
function plant(catalog: string): number {
  const db = new Database(catalog)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) db.exec(`DROP TRIGGER "${String(name)}"`)
  // An index over what a column holds as JSON takes no other text.
  const overJson = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%json_%'")
    .pluck()
    .all()
  for (const name of overJson) db.exec(`DROP INDEX "${String(name)}"`)
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name")
    .pluck()
    .all()
    .map(String)
  let planted = 0
  for (const table of tables) {
    const columns = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table).map(columnOf)
    const wanted = columns.filter(({ type }) => /TEXT|BLOB|ANY/.test(type))
    const values = columns.map(({ type }) =>
      /TEXT|ANY/.test(type) ? SECRET : type === 'BLOB' ? Buffer.from(SECRET) : 7,
    )
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    db.prepare(`INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(
      ...values,
    )
    // Rows that were there, too: one column after another, where no other constraint forbids it.
    for (const { name, type } of wanted) {
      const value = type === 'BLOB' ? Buffer.from(SECRET) : SECRET
      const rows = `rowid IN (SELECT rowid FROM "${table}" LIMIT 1)`
      try {
        db.prepare(`UPDATE OR IGNORE "${table}" SET "${name}" = ? WHERE ${rows}`).run(value)
      } catch (error) {
        if (!String(error).includes('no such column: rowid')) throw error
      }
    }
    planted += wanted.length
  }
  db.close()
  return planted
}

function columnOf(row: unknown): { readonly name: string; readonly type: string } {
  if (typeof row !== 'object' || row === null || !('name' in row) || !('type' in row)) throw new Error('no column')
  return { name: String(row.name), type: String(row.type) }
}

describe('the support file', () => {
  it('counts what is there, and is written just as it was shown', async () => {
    const vault = await place.vault()
    const { path } = await smallExport(place.folder)
    const sources = [vault.archive.grant(path, 'read').grant]
    await vault.run(intakeImport, { sources, account: vault.account, platform: null })
    await vault.start(intakeImport, {
      sources: [vault.archive.grant(join(place.folder, 'gone'), 'read').grant],
      account: 1,
      platform: null,
    })
    const file = await vault.call(supportShow, {})
    expect(file).toMatchObject({
      versions: { muniment: '0.1.0', node: process.versions.node, electron: null },
      computer: { platform: process.platform },
      vault: { practice: false, formatVersion: 1 },
      settings: { closedInOrder: false, inbox: false },
      rows: { account: 1, accession: 1, person: 1, practice_mark: 1 },
      accounts: { x: 1, other: 0 },
      accessions: { complete: 1 },
    })
    expect(file.rows.record).toBeGreaterThan(0)
    expect(file.sizes.packages.bytes).toBeGreaterThan(1000)
    expect(file.jobs.map(({ operation, state, code }) => [operation, state, code])).toEqual([
      ['intake.import', 'failed', expect.stringMatching(/^[A-Z_]+$/)],
      ['intake.import', 'succeeded', null],
    ])

    const target = join(place.folder, 'support.json')
    await vault.run(supportWrite, { to: vault.archive.grant(target, 'write').grant, file })
    expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual(file)
  })

  it('holds nothing of any table, whatever stands in its columns, nor of vault.json and the names of folders', async () => {
    const vault = await place.vault()
    const { path } = await smallExport(place.folder)
    const sources = [vault.archive.grant(path, 'read').grant]
    await vault.run(intakeImport, { sources, account: vault.account, platform: null })
    const { folder } = vault
    await vault.archive.close()
    const about = readFileSync(join(folder, 'vault.json'), 'utf8')
    writeFileSync(join(folder, 'vault.json'), about.replaceAll('City of Alder Bay', SECRET))
    expect(plant(join(folder, 'catalog.sqlite'))).toBeGreaterThan(150)

    const db = openReader(join(folder, 'catalog.sqlite'))
    const file = await supportFile(db, folder)
    db.close()
    expect(SupportFile.parse(file)).toEqual(file)
    const text = JSON.stringify(file).toLowerCase()
    for (const part of ['quetzal', 'zyxwvu', 'example.org', 'mayor', 'alder', 'muniment-', 'tester', 'desk'])
      expect(text.replace('"muniment-support"', ''), part).not.toContain(part)
    expect(file.accounts.other).toBe(1)
    expect(file.jobs).toContainEqual(expect.objectContaining({ operation: 'other', state: 'other' }))
  })

  it('has no place where a sentence could be written', async () => {
    const vault = await place.vault()
    const file = await vault.call(supportShow, {})
    const target = vault.archive.grant(join(place.folder, 'other.json'), 'write').grant
    const more = [
      { ...file, note: SECRET },
      { ...file, rows: { [SECRET]: 1 } },
      { ...file, versions: { ...file.versions, system: SECRET } },
    ]
    for (const wrong of more) {
      await expect(vault.start(supportWrite, { to: target, file: wrong })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      })
    }
  })
})

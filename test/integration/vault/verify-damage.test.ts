// Each thing that can be wrong with a vault is done to one, and `verify` names it by its number, and nothing else.
import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Driver, openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { finishStrikes, markStrikes } from '../../../electron/core/vault/packages/strike.ts'
import { packFrame, unpack } from '../../../electron/core/vault/record/frame.ts'
import { CODES } from '../../../electron/core/vault/verify/check.ts'
import { verifyVault } from '../../../electron/core/vault/verify/verify.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { type VerifyReport, vaultVerify } from '../../../shared/contract/vault.ts'
import { JobId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { fold } from '../../../shared/text/fold.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { openTestArchive, steppingClock } from '../../support/archive.ts'

const at = Instant.parse(Date.UTC(2026, 10, 24, 18))
const job = JobId.parse('01900000-0000-7000-8000-000000000000')
const LATER = '2026-11-24T17:00:00Z'
let home = ''
let sound = ''

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'muniment-damage-'))
  const { path } = await smallExport(home)
  sound = join(home, 'sound.muniment')
  const vault = await openTestArchive()
  const sources = [vault.archive.grant(path, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  await vault.archive.close()
  cpSync(vault.folder, sound, { recursive: true })
  rmSync(vault.folder, { recursive: true, force: true })
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

interface Damaged {
  readonly db: Driver
  readonly folder: string
}
type Damage = (vault: Damaged) => void

/** A copy of the sound vault with something done to it. */
function damaged(damage: Damage): string {
  const folder = join(mkdtempSync(join(home, 'case-')), 'City.muniment')
  cpSync(sound, folder, { recursive: true })
  const db = openDriver(join(folder, 'catalog.sqlite'), { readonly: false })
  db.exec('PRAGMA foreign_keys = OFF')
  damage({ db, folder })
  db.close()
  return folder
}

/** The codes of what is found in such a copy, each once. */
async function found(damage: Damage): Promise<readonly string[]> {
  const folder = damaged(damage)
  const db = openDriver(join(folder, 'catalog.sqlite'), { readonly: true })
  const { signal } = new AbortController()
  try {
    return codesOf(await verifyVault({ db, folder, job, startedAt: at, signal }, () => {}))
  } finally {
    db.close()
  }
}

/** The same, by opening the vault as a clerk does. */
async function foundWhenOpened(damage: Damage, clock: string): Promise<readonly string[]> {
  const vault = await openTestArchive({ folder: damaged(damage), clock: steppingClock(clock) })
  try {
    return codesOf(await vault.run(vaultVerify, {}))
  } finally {
    await vault.archive.close()
  }
}

function codesOf({ findings }: VerifyReport): readonly string[] {
  return [...new Set(findings.map(({ code }) => code))].sort()
}

const exec =
  (sql: string): Damage =>
  ({ db }) =>
    db.exec(sql)
const PICTURED = '(SELECT max(id) FROM record WHERE media > 0)'
const PLAIN = "(SELECT max(id) FROM record WHERE media = 0 AND kind = 'post')"

function first<Row>(db: Driver, sql: string, ...values: (string | number)[]): Row {
  const row = db.get<Row>(sql, ...values)
  if (row === undefined) throw new Error(`the sound vault holds nothing for: ${sql}`)
  return row
}

function packageFile({ db, folder }: Damaged): string {
  const { id } = first<{ id: string }>(db, 'SELECT id FROM package')
  const file = join(folder, 'packages', id, 'package.zip')
  chmodSync(file, 0o600)
  return file
}

function looseObject({ db, folder }: Damaged, bytes: string, written: string | null): void {
  const digest = createHash('sha256').update(bytes).digest()
  db.run('INSERT INTO object VALUES (?, ?, ?, NULL, 0)', digest, bytes.length, 'text/plain')
  if (written === null) return
  const name = digest.toString('hex')
  mkdirSync(join(folder, 'objects', name.slice(0, 2)), { recursive: true })
  writeFileSync(join(folder, 'objects', name.slice(0, 2), name.slice(2)), written)
}

/** Changes the bytes of a post's source, packed as they were. */
const changeFragment: Damage = ({ db }) => {
  const { frame_id: frame, slot } = first<{ frame_id: number; slot: number }>(
    db,
    `SELECT frame_id, slot FROM version WHERE record_id = ${PLAIN}`,
  )
  const row = first<{ lengths: string; bytes: Uint8Array }>(db, 'SELECT lengths, bytes FROM frame WHERE id = ?', frame)
  const fragments = unpack(row).map((bytes, place) => {
    const own = Buffer.from(bytes ?? '')
    if (place === slot) own.writeUInt8(0x5b, 0)
    return own
  })
  const packed = packFrame(fragments)
  db.run('UPDATE frame SET lengths = ?, bytes = ? WHERE id = ?', JSON.stringify(packed.lengths), packed.bytes, frame)
}

/** Changes what is shown, and with it everything that is made from it. */
const changeTextThroughout: Damage = ({ db }) => {
  const text = 'The City never said this.'
  const { id } = first<{ id: number }>(db, `SELECT ${PLAIN} AS id`)
  db.run("INSERT INTO found (found, rowid, text) SELECT 'delete', id, text FROM body WHERE id = ?", id)
  db.run('UPDATE version SET text = ? WHERE record_id = ?', text, id)
  db.run('UPDATE body SET text = ? WHERE id = ?', fold(text), id)
  db.run('INSERT INTO found (rowid, text) SELECT id, text FROM body WHERE id = ?', id)
}

/** A value that its column forbids, put there behind the database's back. */
const forbiddenNull: Damage = ({ db, folder }) => {
  db.close()
  const raw = new Database(join(folder, 'catalog.sqlite'))
  raw.unsafeMode()
  raw.pragma('writable_schema = ON')
  const change = raw.prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'accession'")
  change.run('layout TEXT NOT NULL', 'layout TEXT')
  raw.pragma('writable_schema = RESET')
  raw.exec('UPDATE accession SET layout = NULL')
  raw.pragma('writable_schema = ON')
  change.run('layout TEXT', 'layout TEXT NOT NULL')
  raw.close()
}

/** Takes the triggers that forbid it away, and puts them back. */
const changeLedger: Damage = ({ db }) => {
  const triggers = db.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec('UPDATE ledger SET at = at - 1 WHERE seq = 2')
  for (const { sql } of triggers) db.exec(sql)
}

/** Destroys one data file, then changes a byte of another that has no digest of its own. */
const changeStruckPackage: Damage = (vault) => {
  const { db, folder } = vault
  const sql =
    "SELECT id, data_offset FROM member WHERE use = 'data' AND digest IS NULL AND packed_size > 40 ORDER BY id"
  const [gone, kept] = db.all<{ id: number; data_offset: number }>(sql)
  if (gone === undefined || kept === undefined) throw new Error('the small export has several data files')
  markStrikes(db, folder, [gone.id], at)
  if (finishStrikes(db, folder, at) !== 1) throw new Error('nothing was struck')
  const file = packageFile(vault)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(kept.data_offset + 30) ^ 0xff, kept.data_offset + 30)
  writeFileSync(file, bytes)
}

const loseMarkedPackage: Damage = (vault) => {
  const { id } = first<{ id: number }>(vault.db, "SELECT id FROM member WHERE use = 'data' LIMIT 1")
  markStrikes(vault.db, vault.folder, [id], at)
  rmSync(packageFile(vault))
}

const DAMAGES: readonly (readonly [what: string, codes: readonly string[], damage: Damage])[] = [
  ['a package that is gone, with the media in it', ['V001', 'V010'], (vault) => rmSync(packageFile(vault))],
  ['a byte added to a package', ['V002'], (vault) => appendFileSync(packageFile(vault), ' ')],
  ['a changed file in a package from which others were destroyed', ['V003'], changeStruckPackage],
  [
    'media whose object is not known',
    ['V010'],
    exec(
      "UPDATE media SET object_digest = x'00' WHERE object_digest IN (SELECT object_digest FROM media WHERE object_digest IS NOT NULL LIMIT 1)",
    ),
  ],
  ['an object whose file is gone', ['V010'], (vault) => looseObject(vault, 'a flyer', null)],
  ['an object whose file says something else', ['V011'], (vault) => looseObject(vault, 'a flyer', 'a flier')],
  ['a file that nobody knows', ['V012'], ({ folder }) => writeFileSync(join(folder, 'objects', 'note.txt'), '')],
  ['a frame that cannot be unpacked', ['V020'], exec("UPDATE frame SET bytes = x'00'")],
  ['a source that was changed', ['V021'], changeFragment],
  ['a text changed with its words', ['V022'], changeTextThroughout],
  [
    'a text changed alone',
    ['V022', 'V052'],
    exec(`UPDATE version SET text = 'Never said.' WHERE record_id = ${PLAIN}`),
  ],
  ['a version that is counted and not there', ['V023'], exec(`UPDATE record SET versions = 2 WHERE id = ${PLAIN}`)],
  ['a version taken out', ['V023', 'V051'], exec(`DELETE FROM version WHERE record_id = ${PLAIN}`)],
  ['media taken off a record', ['V024'], exec(`DELETE FROM media WHERE record_id = ${PICTURED}`)],
  ['a time that was changed', ['V025'], exec(`UPDATE record SET at = at - 86400000 WHERE id = ${PLAIN}`)],
  [
    'a state that no export told of',
    ['V025'],
    exec(`INSERT INTO state_change SELECT id, 1, 'deleted', 0, 'live', NULL FROM record WHERE id = ${PLAIN}`),
  ],
  ['an observation that was changed', ['V030'], exec("UPDATE observation SET salt = x'00' WHERE position = 0")],
  ['an import that never ended', ['V031'], exec("UPDATE accession SET state = 'receiving'")],
  ['unexplained differences explained away', ['V032'], exec('UPDATE accession SET unexplained = unexplained + 1')],
  ['a reconciliation that is gone', ['V032'], exec('UPDATE accession SET reconciliation = NULL')],
  ['an entry of the ledger that was changed', ['V040'], changeLedger],
  ['a value that the database forbids', ['V050'], forbiddenNull],
  ['a row of a record that is not there', ['V051'], exec("INSERT INTO measure VALUES (1, 1, '{}')")],
  ['an index that was emptied', ['V052'], exec("INSERT INTO found (found) VALUES ('delete-all')")],
  ['folded words that were changed', ['V052'], exec(`UPDATE body SET text = 'nothing' WHERE id = ${PLAIN}`)],
  ['a table of another program', ['V053'], exec('CREATE TABLE scratch (value TEXT)')],
  ['a destruction whose package is gone', ['V001', 'V010', 'V060'], loseMarkedPackage],
  [
    'more than anybody reads',
    ['V051', 'V099'],
    exec(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) INSERT INTO measure SELECT i, 1, '{}' FROM n",
    ),
  ],
]

describe('verify', () => {
  it('finds nothing in a vault to which nothing was done', async () => {
    expect(await found(() => {})).toEqual([])
  })

  it.each(DAMAGES)('finds %s', async (_what, codes, damage) => {
    expect(await found(damage)).toEqual(codes)
  })

  it('says when the clock is behind the ledger', async () => {
    expect(await foundWhenOpened(() => {}, '2020-01-01T00:00:00Z')).toEqual(['V041'])
  })

  it('can be asked although a package is gone in which a destruction was not finished', async () => {
    expect(await foundWhenOpened(loseMarkedPackage, LATER)).toEqual(['V001', 'V010', 'V060'])
  })

  it('is tried here with every number that it has', () => {
    expect([...new Set([...DAMAGES.flatMap(([, codes]) => codes), 'V041'])].sort()).toEqual(Object.keys(CODES).sort())
  })
})

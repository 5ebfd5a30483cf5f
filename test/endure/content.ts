// A digest of everything that imports give, without salts, ids of jobs and times of one run: two runs of the same imports give the same.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

const QUERIES = [
  'SELECT id, account_id, kind, native_id, at, author, state, deleted_at, versions, media, links, accession_id, last_accession_id FROM record ORDER BY id',
  'SELECT record_id, number, hex(digest), text, details, accession_id FROM version ORDER BY 1, 2',
  'SELECT record_id, number, part, role FROM joined_fragment ORDER BY 1, 2, 3',
  'SELECT record_id, number, position, role, name, hex(object_digest), alt, missing FROM media ORDER BY 1, 2, 3',
  'SELECT record_id, accession_id, state, deleted_at, previous, previous_deleted_at FROM state_change ORDER BY 1, 2',
  'SELECT record_id, accession_id, counts FROM measure ORDER BY 1, 2',
  `SELECT observation.accession_id, member.name, observation.position, record_id, number, pointer, start, length, hex(observation.digest), again
   FROM observation JOIN member ON member.id = member_id ORDER BY 1, 2, 3`,
  `SELECT accession_id, package.part, package.form, package.size, hex(package.digest), member.position, member.name, use, member.size, hex(member.digest), finding
   FROM member JOIN package ON package.id = package_id ORDER BY 1, 2, 6`,
  `SELECT hex(object.digest), object.size, mime, member.name FROM object LEFT JOIN member ON member.id = member_id ORDER BY 1`,
  `SELECT id, state, leaves, records, versions, unexplained, reconciliation -> '$.totals', reconciliation -> '$.lines', reconciliation -> '$.media',
     reconciliation -> '$.findings', json_remove(reconciliation -> '$.comparison', '$.against') FROM accession ORDER BY id`,
  'SELECT id, text FROM body ORDER BY id',
  'SELECT term, doc, cnt FROM words ORDER BY 1',
]

/** The digest (SHA-256, hex) of what a closed vault's catalog holds. */
export function contentOf(vault: string): string {
  const db = new Database(join(vault, 'catalog.sqlite'), { readonly: true })
  const hash = createHash('sha256')
  db.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, found, row)')
  for (const sql of QUERIES) {
    hash.update(sql)
    for (const row of db.prepare(sql).raw().iterate()) hash.update(JSON.stringify(row))
  }
  db.close()
  return hash.digest('hex')
}

// What SQLite alone takes to delete the records of a plan, securely, and to write the catalog anew. Usage: node bare-delete.ts CATALOG.
// Prints one JSON line. It asks nothing, proves nothing and leaves the sources where they are.
import Database from 'better-sqlite3-multiple-ciphers'

/** Records of a transaction: as many as an import stores at once. */
const AT_ONCE = 2000
const THESE = 'SELECT value FROM json_each(?)'
const DELETED = [
  `INSERT INTO found (found, rowid, text) SELECT 'delete', id, text FROM body WHERE id IN (${THESE})`,
  `DELETE FROM body WHERE id IN (${THESE})`,
  `UPDATE observation SET digest = NULL, salt = NULL, record_id = 0 WHERE (member_id, position) IN
     (SELECT member_id, position FROM version WHERE record_id IN (${THESE}))`,
  ...['version_current', 'media', 'version', 'measure', 'classification'].map(
    (table) => `DELETE FROM ${table} WHERE record_id IN (${THESE})`,
  ),
  `DELETE FROM record WHERE id IN (${THESE})`,
]

const [catalog = ''] = process.argv.slice(2)
const db = new Database(catalog)
const settings = ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'temp_store = MEMORY']
for (const one of [...settings, 'cache_size = -65536', 'wal_autocheckpoint = 16000', 'foreign_keys = OFF'])
  db.pragma(one)
const ids = db.prepare<[], number>('SELECT id FROM record WHERE series IS NOT NULL ORDER BY id').pluck().all()
const [began, cpu] = [performance.now(), process.cpuUsage()]
// As one part: erasing in it takes a part of the time of erasing in ten.
db.exec("INSERT INTO found (found) VALUES ('optimize')")
for (let from = 0; from < ids.length; from += AT_ONCE) {
  const these = JSON.stringify(ids.slice(from, from + AT_ONCE))
  db.transaction(() => {
    for (const sql of DELETED) db.prepare(sql).run(these)
  })()
}
db.exec('VACUUM')
db.pragma('wal_checkpoint(TRUNCATE)')
const spent = process.cpuUsage(cpu)
db.close()
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ records: ids.length, seconds, cpu: (spent.user + spent.system) / 1e6 }))

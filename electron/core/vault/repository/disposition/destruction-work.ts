// What a destruction asks of the catalog while it works: what was done meanwhile, what else names an object, traces of what went.
import type { Driver } from '../../catalog/driver.ts'
import { hexOf } from '../../hex.ts'

/** Number of the ledger's newest entry that no destruction wrote while it worked. */
export function latestOther(db: Driver): number {
  const sql =
    "SELECT seq FROM ledger WHERE kind NOT IN ('purge.destroy', 'purge.destroy-file') ORDER BY seq DESC LIMIT 1"
  return db.get<{ seq: number }>(sql)?.seq ?? 0
}

const OTHER_USES = `SELECT object_digest AS digest FROM attachment WHERE object_digest IN these
  UNION ALL SELECT object_digest FROM schedule_paper WHERE object_digest IN these
  UNION ALL SELECT document_digest FROM hold WHERE document_digest IN these
  UNION ALL SELECT release_digest FROM hold WHERE release_digest IN these
  UNION ALL SELECT document_digest FROM hold_scope WHERE document_digest IN these
  UNION ALL SELECT packet_digest FROM production WHERE packet_digest IN these
  UNION ALL SELECT order_digest FROM record_lock WHERE order_digest IN these
  UNION ALL SELECT object_digest FROM plan WHERE object_digest IN these
  UNION ALL SELECT object_digest FROM plan_list WHERE object_digest IN these
  UNION ALL SELECT object_digest FROM plan_first_list WHERE object_digest IN these
  UNION ALL SELECT document_digest FROM approval WHERE document_digest IN these
  UNION ALL SELECT document_digest FROM retention_unit WHERE document_digest IN these
  UNION ALL SELECT document_digest FROM transfer_receipt WHERE document_digest IN these
  UNION ALL SELECT document_digest FROM destruction WHERE document_digest IN these
  UNION ALL SELECT paper_digest FROM destruction WHERE paper_digest IN these`

/** Those of some objects, as hexadecimal digits, that are also a paper, an attachment or a certificate: they stay. */
export function otherwiseUsed(db: Driver, objects: readonly Uint8Array[]): ReadonlySet<string> {
  return namedAmong(db, objects, OTHER_USES)
}

/** What records and what was issued name. */
const RECORD_USES = `SELECT object_digest AS digest FROM media WHERE object_digest IN these
  UNION ALL SELECT picture FROM file_page WHERE picture IN these
  UNION ALL SELECT made FROM made_file WHERE made IN these
  UNION ALL SELECT digest FROM issued WHERE place = 'vault' AND digest IN these`

/** Those of some objects, as hexadecimal digits, that anything names, once the rows of a file of the office that named them are deleted. */
export function usedAtAll(db: Driver, objects: readonly Uint8Array[]): ReadonlySet<string> {
  return namedAmong(db, objects, `${OTHER_USES} UNION ALL ${RECORD_USES}`)
}

function namedAmong(db: Driver, objects: readonly Uint8Array[], uses: string): ReadonlySet<string> {
  if (objects.length === 0) return new Set()
  const rows = db.all<{ digest: Uint8Array }>(
    `WITH these AS MATERIALIZED (SELECT unhex(value) FROM json_each(?)) ${uses}`,
    JSON.stringify(objects.map(hexOf)),
  )
  return new Set(rows.map(({ digest }) => hexOf(digest)))
}

/** How many of some members are not marked or struck yet, by package. */
export function membersByPackage(db: Driver, members: readonly number[]): { package: string; members: number }[] {
  return db.all(
    `SELECT package_id AS package, count(*) AS members FROM member WHERE id IN (SELECT value FROM json_each(?))
       AND struck_at IS NULL AND NOT EXISTS (SELECT 1 FROM strike WHERE member_id = member.id AND done_at IS NULL)
     GROUP BY package_id`,
    JSON.stringify(members),
  )
}

/** The packages of members that are not struck, by member. */
export function packagesOfMembers(db: Driver, members: readonly number[]): ReadonlyMap<number, string> {
  const rows = db.all<{ id: number; package: string }>(
    'SELECT id, package_id AS package FROM member WHERE struck_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    JSON.stringify(members),
  )
  return new Map(rows.map((row) => [row.id, row.package]))
}

/** Keeps traces (see vault/trace/traces) until they were looked for. @param ofFile whether they are of one of the office's own files */
export function insertTraces(db: Driver, destruction: number, traces: Uint8Array, ofFile = false): void {
  if (traces.length === 0) return
  const { id } = db.run('INSERT INTO destruction_traces (destruction_id, traces) VALUES (?, ?)', destruction, traces)
  if (ofFile) db.run('INSERT INTO destruction_file_traces VALUES (?)', id)
}

/** The runs of traces of a destruction, in order: how many bytes each has, and whether it is of one of the office's own files. */
export function traceRuns(db: Driver, destruction: number): { bytes: number; ofFile: number }[] {
  return db.all(
    `SELECT length(traces) AS bytes, id IN (SELECT traces_id FROM destruction_file_traces) AS ofFile FROM destruction_traces
     WHERE destruction_id = ? ORDER BY id`,
    destruction,
  )
}

/** The traces of a destruction, one behind another. */
export function tracesOf(db: Driver, destruction: number): Buffer {
  const sql = 'SELECT traces FROM destruction_traces WHERE destruction_id = ? ORDER BY id'
  return Buffer.concat(db.all<{ traces: Uint8Array }>(sql, destruction).map(({ traces }) => traces))
}

/** Forgets the traces of a destruction. */
export function forgetTraces(db: Driver, destruction: number): void {
  const own = 'SELECT id FROM destruction_traces WHERE destruction_id = ?'
  db.run(`DELETE FROM destruction_file_traces WHERE traces_id IN (${own})`, destruction)
  db.run('DELETE FROM destruction_traces WHERE destruction_id = ?', destruction)
}

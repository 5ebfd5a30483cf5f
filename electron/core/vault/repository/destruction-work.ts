// What a destruction asks of the catalog while it works: what was done meanwhile, what else names an object, traces of what went.
import type { Driver } from '../catalog/driver.ts'

/** Number of the ledger's newest entry that no destruction wrote while it worked. */
export function latestOther(db: Driver): number {
  const sql =
    "SELECT seq FROM ledger WHERE kind NOT IN ('purge.destroy', 'purge.destroy-file') ORDER BY seq DESC LIMIT 1"
  return db.get<{ seq: number }>(sql)?.seq ?? 0
}

const OTHER_USES = [
  'SELECT 1 FROM attachment WHERE object_digest = ?',
  'SELECT 1 FROM schedule_paper WHERE object_digest = ?',
  'SELECT 1 FROM hold WHERE document_digest = ?',
  'SELECT 1 FROM hold WHERE release_digest = ?',
  'SELECT 1 FROM hold_scope WHERE document_digest = ?',
  'SELECT 1 FROM production WHERE packet_digest = ?',
  'SELECT 1 FROM record_lock WHERE order_digest = ?',
  'SELECT 1 FROM plan WHERE object_digest = ?',
  'SELECT 1 FROM plan_list WHERE object_digest = ?',
  'SELECT 1 FROM approval WHERE document_digest = ?',
  'SELECT 1 FROM retention_unit WHERE document_digest = ?',
  'SELECT 1 FROM destruction WHERE document_digest = ?',
  'SELECT 1 FROM destruction WHERE paper_digest = ?',
]

/** Whether an object is also a paper, an attachment or a certificate: then it stays. */
export function isOtherwiseUsed(db: Driver, object: Uint8Array): boolean {
  return OTHER_USES.some((sql) => db.get(sql, object) !== undefined)
}

const RECORD_USES = [
  'SELECT 1 FROM media WHERE object_digest = ?',
  'SELECT 1 FROM file_page WHERE picture = ?',
  'SELECT 1 FROM made_file WHERE made = ?',
  "SELECT 1 FROM issued WHERE place = 'vault' AND digest = ?",
]

/** Whether an object of a file of the office whose rows are deleted is named by anything that stays. */
export function isUsedAtAll(db: Driver, object: Uint8Array): boolean {
  return isOtherwiseUsed(db, object) || RECORD_USES.some((sql) => db.get(sql, object) !== undefined)
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

/** The packages of some members that are not struck. */
export function packagesOfMembers(db: Driver, members: readonly number[]): string[] {
  return db
    .all<{ package: string }>(
      'SELECT DISTINCT package_id AS package FROM member WHERE struck_at IS NULL AND id IN (SELECT value FROM json_each(?))',
      JSON.stringify(members),
    )
    .map((row) => row.package)
}

/** A trace: a keyed rolling sum of 16 bytes, and a keyed digest of the same. */
export interface Trace {
  readonly mark: number
  readonly seal: Uint8Array
}

/** Keeps traces until they were looked for. @param ofFile whether they are of one of the office's own files */
export function insertTraces(db: Driver, destruction: number, traces: readonly Trace[], ofFile = false): void {
  for (const { mark, seal } of traces) {
    db.run('INSERT INTO destruction_trace VALUES (?, ?, ?) ON CONFLICT DO NOTHING', destruction, mark, seal)
    if (ofFile)
      db.run('INSERT INTO destruction_file_trace VALUES (?, ?, ?) ON CONFLICT DO NOTHING', destruction, mark, seal)
  }
}

/** The traces of a destruction; `ofFile` 1 where one is of an office's own file. */
export function tracesOf(db: Driver, destruction: number): (Trace & { readonly ofFile: number })[] {
  return db.all(
    `SELECT mark, seal, EXISTS (SELECT 1 FROM destruction_file_trace AS own WHERE own.destruction_id = destruction_trace.destruction_id
       AND own.mark = destruction_trace.mark AND own.seal = destruction_trace.seal) AS ofFile
     FROM destruction_trace WHERE destruction_id = ?`,
    destruction,
  )
}

/** Forgets the traces of a destruction. */
export function forgetTraces(db: Driver, destruction: number): void {
  db.run('DELETE FROM destruction_trace WHERE destruction_id = ?', destruction)
  db.run('DELETE FROM destruction_file_trace WHERE destruction_id = ?', destruction)
}

// Objects by digest.
import type { Driver } from '../catalog/driver.ts'

export interface NewObject {
  readonly digest: Uint8Array
  readonly size: number
  readonly mime: string
  /** Stored member that serves it in place, or null for a file in objects/. */
  readonly member: number | null
}

/** Writes an object down. One that is known stays as it is, but bytes of its own go before bytes in a package, which may leave. */
export function insertObject(db: Driver, object: NewObject, at: number): void {
  const { digest, size, mime, member } = object
  db.run(
    `INSERT INTO object VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET member_id = NULL WHERE excluded.member_id IS NULL AND object.member_id IS NOT NULL`,
    digest,
    size,
    mime,
    member,
    at,
  )
}

/** Keeps the digest that a member's bytes turned out to have, or what is wrong with them. */
export function saveMemberDigest(db: Driver, member: number, digest: Uint8Array | null, finding: string | null): void {
  db.run('UPDATE member SET digest = ?, finding = coalesce(?, finding) WHERE id = ?', digest, finding, member)
}

/** Digests of an accession's members that have one, by member number. */
export function memberDigests(db: Driver, accession: number): Map<number, Uint8Array> {
  const rows = db.all<{ id: number; digest: Uint8Array }>(
    `SELECT member.id, member.digest FROM member JOIN package ON package.id = package_id
     WHERE accession_id = ? AND member.digest IS NOT NULL`,
    accession,
  )
  return new Map(rows.map((row) => [row.id, row.digest]))
}

/** How many media members of an accession no record names, by what they hold. */
export function unnamedMedia(db: Driver, accession: number): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM member JOIN package ON package.id = package_id
     WHERE accession_id = ? AND use = 'media' AND NOT EXISTS (SELECT 1 FROM media WHERE object_digest = member.digest)`,
    accession,
  )
  return row?.n ?? 0
}

/** Digests of the objects that a record's versions name. */
export function objectsOf(db: Driver, record: number): Uint8Array[] {
  return db
    .all<{ digest: Uint8Array }>(
      'SELECT DISTINCT object_digest AS digest FROM media WHERE record_id = ? AND object_digest IS NOT NULL',
      record,
    )
    .map(({ digest }) => digest)
}

/** Forgets an object; its bytes are gone, or marked to go. */
export function forgetObject(db: Driver, digest: Uint8Array): void {
  db.run('DELETE FROM object WHERE digest = ?', digest)
}

/** Whether the vault holds an object. */
export function hasObject(db: Driver, digest: Uint8Array): boolean {
  return db.get('SELECT 1 FROM object WHERE digest = ?', digest) !== undefined
}

// Which packages hold the source of records: what a purge plan names as to be struck, and what a held record keeps whole.
import type { Digest, RecordId } from '../../../../../shared/domain/id.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

/** A record and a package in which a file lies that it was read from, or a file of its media. */
export interface RecordPackage {
  readonly record: RecordId
  readonly package: string
}

/** A record and a file that it was read from. */
export interface RecordSource {
  readonly record: RecordId
  readonly member: number
}

/** The files that the records of a key range were read from, both ends included; a pair may be there more than once, in no order. */
export function sourcesOf(db: Driver, first: number, last: number): RecordSource[] {
  return db.all<RecordSource>(
    `SELECT record_id AS record, member_id AS member FROM version WHERE record_id BETWEEN ? AND ?
     UNION ALL SELECT record_id, member_id FROM observation WHERE again = 1 AND record_id BETWEEN ? AND ?`,
    first,
    last,
    first,
    last,
  )
}

// A package that was inside another lies in that one, too: what is struck in it is struck there.
const PACKAGES_OF = `SELECT package_id AS id FROM member WHERE id = ? AND struck_at IS NULL
  UNION SELECT outer_member.package_id FROM member JOIN package_inside ON package_inside.package_id = member.package_id
    JOIN member AS outer_member ON outer_member.id = package_inside.member_id
  WHERE member.id = ? AND member.struck_at IS NULL AND outer_member.struck_at IS NULL ORDER BY id`

/** The packages in which a file lies, in order; none where it was struck. */
export function packagesOfMember(db: Driver, member: number): string[] {
  return db.all<{ id: string }>(PACKAGES_OF, member, member).map(({ id }) => id)
}

// Most media lie in the package that their record was read from: only the others are worth remembering.
const MEDIA_ELSEWHERE = `
  SELECT DISTINCT media.record_id AS record, member.package_id AS package FROM media
    CROSS JOIN member ON member.digest = media.object_digest
  WHERE media.object_digest IS NOT NULL AND struck_at IS NULL AND member.package_id NOT IN (
    SELECT source.package_id FROM version JOIN member AS source ON source.id = version.member_id
    WHERE version.record_id = media.record_id)`

/** Every record with the packages, other than those of its versions, in which files of its media lie; each pair once, in no order. */
export function mediaElsewhere(db: Driver): IterableIterator<RecordPackage> {
  return db.iterate<RecordPackage>(MEDIA_ELSEWHERE)
}

/**
 * A package with the digest of what lies in the vault: of the bytes kept, where it was filtered or unpacked, else as received. Null where it
 * was struck before: then its members prove themselves one by one.
 */
export interface KeptPackage {
  readonly id: string
  readonly name: string
  readonly digest: Digest | null
}

/** Packages by id, in the order of their ids. */
export function keptPackages(db: Driver, ids: readonly string[]): KeptPackage[] {
  return db
    .all<{ id: string; name: string; digest: Uint8Array | null }>(
      `SELECT id, name, CASE WHEN state <> 'struck' THEN coalesce(package_kept.digest, package.digest) END AS digest FROM package
         LEFT JOIN package_kept ON package_kept.package_id = package.id
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
      JSON.stringify(ids),
    )
    .map((row) => ({ ...row, digest: row.digest && digestOf(row.digest) }))
}

// Which packages hold the source of records: what a purge plan names as to be struck, and what a held record keeps whole.
import type { Digest, RecordId } from '../../../../../shared/domain/id.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

/** A record and a package in which a file lies that it was read from, or a file of its media. */
export interface RecordPackage {
  readonly record: RecordId
  readonly package: string
}

// A package that was inside another lies in that one, too: what is struck in it is struck there.
const PACKAGES_OF = `
  WITH source (record_id, member_id) AS (
    SELECT record_id, member_id FROM version WHERE record_id BETWEEN ? AND ?
    UNION SELECT record_id, member_id FROM observation WHERE again = 1 AND record_id BETWEEN ? AND ?),
  direct (record_id, package_id) AS (
    SELECT DISTINCT record_id, package_id FROM source JOIN member ON member.id = source.member_id WHERE struck_at IS NULL)
  SELECT record_id AS record, package_id AS package FROM direct
  UNION SELECT record_id, outer_member.package_id FROM direct
    JOIN package_inside ON package_inside.package_id = direct.package_id
    JOIN member AS outer_member ON outer_member.id = package_inside.member_id WHERE struck_at IS NULL
  ORDER BY record, package`

/** The packages of the records of a key range, both ends included, by what they were read from; each pair once, in order. */
export function packagesOf(db: Driver, first: number, last: number): RecordPackage[] {
  return db.all<RecordPackage>(PACKAGES_OF, first, last, first, last)
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

// In which packages the bytes of records lie: files that they were read from, and files of their media.
import type { Driver } from '../catalog/driver.ts'

/** Members that are not struck, by record. */
const LYING = `SELECT record_id AS record, member_id AS member FROM version WHERE record_id IN (SELECT id FROM ids)
  UNION SELECT record_id, member_id FROM observation WHERE again = 1 AND record_id IN (SELECT id FROM ids)
  UNION SELECT media.record_id, member.id FROM media JOIN member ON member.digest = object_digest
    WHERE media.record_id IN (SELECT id FROM ids)`

const PACKAGES = `lying AS (${LYING}),
    near AS (SELECT record, package_id AS package FROM lying JOIN member ON member.id = lying.member WHERE struck_at IS NULL)
  SELECT package, count(DISTINCT record) AS records FROM (SELECT record, package FROM near
    UNION SELECT record, outside.package_id FROM near JOIN package_inside ON package_inside.package_id = near.package
      JOIN member AS outside ON outside.id = package_inside.member_id) GROUP BY package`

const CHUNK = 5000

/** How many of some records have bytes in each package, an archive inside another counted for both. */
export function packagesOfRecords(db: Driver, ids: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = db.all<{ package: string; records: number }>(
      `WITH ids AS (SELECT value AS id FROM json_each(?)), ${PACKAGES}`,
      JSON.stringify(ids.slice(from, from + CHUNK)),
    )
    for (const row of rows) counts.set(row.package, (counts.get(row.package) ?? 0) + row.records)
  }
  return counts
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

/** A package as a plan names it. */
export interface NamedPackage {
  readonly package: string
  readonly name: string
  readonly accession: number
  readonly digest: Uint8Array
}

/** What packages are called and what they were as received, in the order of their receipt. */
export function namedPackages(db: Driver, ids: readonly string[]): NamedPackage[] {
  return db.all(
    `SELECT id AS package, name, accession_id AS accession, digest FROM package
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY accession_id, part, id`,
    JSON.stringify(ids),
  )
}

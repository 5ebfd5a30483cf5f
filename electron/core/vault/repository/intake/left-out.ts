// What was left out of packages when they were received, and which packages were inside others.
import type { Driver } from '../../catalog/driver.ts'

export interface LeftOutRow {
  readonly member: number
  readonly name: string
  readonly size: number
  readonly digest: Uint8Array | null
  /** A kind of file, or `opened`: an archive that was taken in as a package of its own. */
  readonly kind: string
  readonly reason: string
  readonly attorney: string | null
}

/** Writes down what was left out. */
export function insertLeftOut(db: Driver, rows: readonly LeftOutRow[]): void {
  for (const { member, name, size, digest, kind, reason, attorney } of rows) {
    db.run('INSERT INTO left_out VALUES (?, ?, ?, ?, ?, ?, ?)', member, name, size, digest, kind, reason, attorney)
  }
}

/** Everything that was left out of an accession, in the order of its members. */
export function leftOutOf(db: Driver, accession: number): LeftOutRow[] {
  return db.all<LeftOutRow>(
    `SELECT member_id AS member, left_out.name, left_out.size, left_out.digest, kind, reason, attorney
     FROM left_out JOIN member ON member.id = member_id JOIN package ON package.id = package_id
     WHERE accession_id = ? ORDER BY member_id`,
    accession,
  )
}

/** Writes down that a package was a member of another one. */
export function insertInside(db: Driver, id: string, member: number): void {
  db.run('INSERT INTO package_inside VALUES (?, ?)', id, member)
}

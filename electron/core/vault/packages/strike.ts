// Destruction in place: ranges journalled, overwritten with zeros (names and checksums too), synced, then committed (design §4).
import { dirname } from 'node:path'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from '../cipher/fs.ts'
import { packageFile } from './place.ts'
import { openStriking, type Range, type Striking } from './strike-ranges.ts'

const ZEROS = Buffer.alloc(1 << 20)

interface MemberRow {
  readonly package_id: string
  readonly form: string
  readonly name: string
  readonly header_offset: number
  readonly packed_size: number
}

interface UnmarkedRow extends MemberRow {
  readonly id: number
}

interface StrikeRow extends MemberRow {
  readonly id: number
  readonly member_id: number
  readonly ranges: string
}

/**
 * First half: writes down which bytes will go, inside the transaction that decided it. Nothing is overwritten yet; what is marked already
 * is not marked again.
 * @throws Error when the package cannot be read where the catalog says it lies
 */
export function markStrikes(db: Driver, folder: string, members: readonly number[], at: Instant): void {
  const striking = new Map<string, Striking>()
  const openZip = (file: string) => {
    const known = striking.get(file) ?? openStriking(file)
    striking.set(file, known)
    return known
  }
  try {
    for (const row of unmarked(db, withOuter(db, members))) {
      const file = packageFile(folder, row.package_id, row.form, row.name)
      const ranges =
        row.form === 'zip' ? openZip(file).ranges(row.header_offset, row.packed_size) : [[0, row.packed_size]]
      db.run(
        'INSERT INTO strike (package_id, member_id, ranges, marked_at) VALUES (?, ?, ?, ?)',
        row.package_id,
        row.id,
        JSON.stringify(ranges),
        at,
      )
    }
  } finally {
    for (const one of striking.values()) one.close()
  }
}

/** Members that are neither struck nor marked. */
function unmarked(db: Driver, members: Iterable<number>): UnmarkedRow[] {
  return db.all(
    `SELECT member.id, package_id, form, member.name, header_offset, packed_size FROM member JOIN package ON package.id = package_id
     WHERE member.id IN (SELECT value FROM json_each(?)) AND struck_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM strike WHERE member_id = member.id AND done_at IS NULL) ORDER BY member.id`,
    JSON.stringify([...members]),
  )
}

/** An archive inside another lies in that one too, as it came: what goes from it goes there. */
export function withOuter(db: Driver, members: readonly number[]): ReadonlySet<number> {
  return new Set([...members, ...outerMembers(db, members).values()])
}

/** The member of another archive that each of some members lies in with its whole archive, where it does. */
export function outerMembers(db: Driver, members: readonly number[]): ReadonlyMap<number, number> {
  const rows = db.all<{ id: number; outer: number }>(
    `SELECT member.id, inside.member_id AS "outer" FROM member JOIN package_inside AS inside USING (package_id)
     WHERE member.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(members),
  )
  return new Map(rows.map((row) => [row.id, row.outer]))
}

/**
 * Second half, also at every opening: overwrites what is marked, syncs, and only then calls it done. Overwriting twice is harmless.
 * What lies in a package that cannot be written to stays marked (V060), so that the vault opens all the same.
 * @returns how many members were struck
 */
export function finishStrikes(db: Driver, folder: string, at: Instant): number {
  const open = db.all<StrikeRow>(
    `SELECT strike.id, member_id, ranges, strike.package_id, form, member.name, header_offset, packed_size
     FROM strike JOIN member ON member.id = member_id JOIN package ON package.id = strike.package_id
     WHERE done_at IS NULL ORDER BY strike.package_id, strike.id`,
  )
  let done = 0
  for (const [id, strikes] of byPackage(open)) {
    if (!overwritten(folder, id, strikes)) continue
    done += strikes.length
    const tell = () => {
      for (const strike of strikes) {
        db.run('UPDATE strike SET done_at = ? WHERE id = ?', at, strike.id)
        db.run(
          "UPDATE member SET struck_at = ?, name = '', digest = NULL, crc32 = 0 WHERE id = ?",
          at,
          strike.member_id,
        )
      }
      db.run("UPDATE package SET state = 'struck' WHERE id = ? AND state <> 'unlinked'", id)
    }
    // What a transaction that fails had overwritten is still marked, and overwritten again.
    if (db.busy) tell()
    else db.transaction(tell)
  }
  return done
}

/** Whether every marked byte of a package is overwritten and synced; a missing or locked file is a finding of `verify`, not a failure. */
function overwritten(folder: string, id: string, strikes: readonly StrikeRow[]): boolean {
  const [first] = strikes
  try {
    if (first?.form === 'zip') overwrite(packageFile(folder, id, 'zip', first.name), strikes.flatMap(rangesOf))
    else for (const strike of strikes) removeFile(packageFile(folder, id, strike.form, strike.name), rangesOf(strike))
    return true
  } catch {
    return false
  }
}

function overwrite(path: string, ranges: readonly Range[]): void {
  chmodSync(path, 0o600)
  const file = openSync(path, 'r+')
  try {
    for (const [from, length] of ranges) {
      for (let done = 0; done < length; done += ZEROS.length) {
        writeSync(file, ZEROS, 0, Math.min(ZEROS.length, length - done), from + done)
      }
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
    chmodSync(path, 0o400)
  }
}

function removeFile(path: string, ranges: readonly Range[]): void {
  // A file that is gone was removed before a crash; a folder that is gone was moved, with the file in it.
  if (!existsSync(path) && existsSync(dirname(path))) return
  overwrite(path, ranges)
  rmSync(path, { force: true })
}

function rangesOf(strike: StrikeRow): readonly Range[] {
  return JSON.parse(strike.ranges)
}

function byPackage(strikes: readonly StrikeRow[]): Map<string, StrikeRow[]> {
  return Map.groupBy(strikes, (strike) => strike.package_id)
}

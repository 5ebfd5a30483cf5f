// Records that are shown only on purpose, and who reviewed them for release.
import { MunimentError } from '../../../../../shared/contract/error.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { type NewRestriction, Restriction } from '../../../../../shared/domain/record/restriction.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import { standIn } from '../../../../../shared/text/stand-in.ts'
import type { Driver } from '../../catalog/driver.ts'

const REVIEW = `SELECT json_object('release', json(iif(release, 'true', 'false')),
    'current', json(iif(versions >= coalesce((SELECT versions FROM record WHERE id = record_id), 0), 'true', 'false')),
    'reason', reason, 'at', reviewed_at, 'by', reviewed_by)
  FROM restriction_review WHERE restriction_id = whole.id ORDER BY id DESC LIMIT 1`
const WHOLE = `SELECT id, record_id AS record, ground, words, reason, restricted_at AS at, restricted_by AS "by", act_id AS act,
  ended_at AS endedAt, ended_by AS endedBy, ended_reason AS endedReason, (${REVIEW}) AS review FROM restriction AS whole`
/** Restricted records that nobody has reviewed for release as they are now. */
const UNREVIEWED = `restriction.ended_at IS NULL AND NOT coalesce((SELECT release AND restriction_review.versions >= record.versions
  FROM restriction_review WHERE restriction_id = restriction.id ORDER BY restriction_review.id DESC LIMIT 1), 0)`

interface Row {
  readonly review: string | null
}

const toRestriction = (row: Row) =>
  Restriction.parse({ ...row, review: row.review === null ? null : JSON.parse(row.review) })

/** The restriction of a record that stands, or null. */
export function standingRestriction(db: Driver, record: number): Restriction | null {
  const row = db.get<Row>(`${WHOLE} WHERE record_id = ? AND ended_at IS NULL`, record)
  return row === undefined ? null : toRestriction(row)
}

/** Every restriction of a record, newest first. */
export function restrictionsOf(db: Driver, record: number): Restriction[] {
  return db.all<Row>(`${WHOLE} WHERE record_id = ? ORDER BY id DESC`, record).map(toRestriction)
}

/** The restrictions that stand, newest first, and how many there are. */
export function standingRestrictions(db: Driver, limit: number): { total: number; restrictions: Restriction[] } {
  const rows = db.all<Row>(`${WHOLE} WHERE ended_at IS NULL ORDER BY id DESC LIMIT ?`, limit)
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM restriction WHERE ended_at IS NULL')?.n ?? 0
  return { total, restrictions: rows.map(toRestriction) }
}

/** @throws MunimentError RECORD_RESTRICTED where a record is to be opened on purpose, and was not */
export function refuseRestricted(db: Driver, record: number, opened: boolean): void {
  const restricted = opened ? null : standingRestriction(db, record)
  if (restricted === null) return
  const why = standIn({ locked: null, restricted })
  throw new MunimentError(
    'RECORD_RESTRICTED',
    `${why}. What record ${record} says is shown when it is opened on purpose.`,
  )
}

/** Which of some records are restricted. */
export function restrictedAmong(db: Driver, records: readonly number[]): ReadonlySet<number> {
  const sql = `SELECT record_id AS id FROM restriction WHERE ended_at IS NULL AND record_id IN (SELECT value FROM json_each(?))`
  return new Set(db.all<{ id: number }>(sql, JSON.stringify(records)).map(({ id }) => id))
}

/** Which of some records are restricted and not reviewed for release as they are now, in order. */
export function unreviewedAmong(db: Driver, records: readonly number[]): number[] {
  const sql = `SELECT record.id FROM record JOIN restriction ON record_id = record.id
    WHERE record.id IN (SELECT value FROM json_each(?)) AND ${UNREVIEWED} ORDER BY record.id`
  return db.all<{ id: number }>(sql, JSON.stringify(records)).map(({ id }) => id)
}

interface Placing extends NewRestriction {
  readonly act: number | null
  readonly at: Instant
  readonly by: PersonId | null
}

/** Restricts a record. Returns false where the same restriction stands already, or another one and `act` is not null. */
export function placeRestriction(db: Driver, record: number, placing: Placing): boolean {
  const { ground, words, reason, act, at, by } = placing
  const standing = standingRestriction(db, record)
  if (standing !== null) {
    if (act !== null || (standing.ground === ground && standing.words === words)) return false
    endRestriction(db, record, { reason, at, by })
  }
  const columns = 'record_id, ground, words, reason, restricted_at, restricted_by, act_id'
  db.run(
    `INSERT INTO restriction (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    record,
    ground,
    words,
    reason,
    at,
    by,
    act,
  )
  return true
}

interface Ending {
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/** Ends the standing restriction of a record. Returns whether there was one. */
export function endRestriction(db: Driver, record: number, { reason, at, by }: Ending): boolean {
  const sql = `UPDATE restriction SET ended_at = ?, ended_by = ?, ended_reason = ? WHERE record_id = ? AND ended_at IS NULL`
  return db.run(sql, at, by, reason, record).changes > 0
}

/** Writes a review of a standing restriction down. */
export function insertReview(
  db: Driver,
  review: {
    readonly restriction: number
    readonly release: boolean
    readonly reason: string
    readonly versions: number
  },
  at: Instant,
  by: PersonId,
): void {
  const { restriction, release, versions, reason } = review
  const columns = 'restriction_id, release, versions, reason, reviewed_at, reviewed_by'
  const values = [restriction, release ? 1 : 0, versions, reason, at, by]
  db.run(`INSERT INTO restriction_review (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, ...values)
}

/** A record that was part of another is restricted as that one is, and is to be reviewed by itself. */
export function inheritRestriction(db: Driver, from: number, to: number): void {
  db.run(
    `INSERT INTO restriction (record_id, ground, words, reason, restricted_at, restricted_by)
     SELECT ?, ground, words, reason, restricted_at, restricted_by FROM restriction WHERE record_id = ? AND ended_at IS NULL
     ON CONFLICT DO NOTHING`,
    to,
    from,
  )
}

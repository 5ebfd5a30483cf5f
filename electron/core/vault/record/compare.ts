// What an earlier export of an account held and a later one does not.
import type { Comparison } from '../../../../shared/domain/intake/reconciliation.ts'
import { Instant, isoInstant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { SAMPLE_TEXT } from './destroy.ts'
import { current } from './newest.ts'

const SAMPLE = 50

interface Earlier {
  readonly id: number
  readonly received_at: number
  readonly account_id: number
}

/** An accession that this one can be compared with; exports stand in the order in which they were made, where that is known. */
const OTHERS = `accession AS other JOIN accession AS this ON this.id = ?
  WHERE other.account_id = this.account_id AND other.platform = this.platform AND other.state = 'complete' AND other.id <> this.id`
const MADE = 'coalesce(other.generated_at, other.received_at)'
const THIS_MADE = 'coalesce(this.generated_at, this.received_at)'

/** What was seen in one accession and not in another. */
const SEEN = `SELECT record_id FROM observation WHERE member_id IN
  (SELECT member.id FROM member JOIN package ON package.id = package_id WHERE accession_id = ?)`

/** The export made last of those made after this one and received before it: its accession and moment (ms since 1970 UTC). */
export function laterMade(
  db: Driver,
  accession: number,
): { readonly id: number; readonly generated_at: number } | null {
  const sql = `SELECT other.id, other.generated_at FROM ${OTHERS} AND other.generated_at > this.generated_at ORDER BY other.generated_at DESC LIMIT 1`
  return db.get<{ id: number; generated_at: number }>(sql, accession) ?? null
}

/**
 * Compares an accession with the complete one of the same account and platform whose export was made next before it.
 * @returns null where there is none
 */
export function compareWithEarlier(
  db: Driver,
  accession: number,
  totals: { readonly stored: number; readonly versions: number; readonly same: number },
): Comparison | null {
  const earlier = db.get<Earlier>(
    `SELECT other.id, other.received_at, other.account_id FROM ${OTHERS} AND (${MADE}, other.id) < (${THIS_MADE}, this.id)
     ORDER BY ${MADE} DESC, other.id DESC LIMIT 1`,
    accession,
  )
  if (earlier === undefined) return null
  const between = 'SELECT 1 FROM accession WHERE account_id = ? AND id > ? AND id <> ?'
  const mayHideIt = db.get(between, earlier.account_id, earlier.id, accession) !== undefined
  // The newest accession that holds a record tells at once what is gone, unless another was received since.
  const gone = mayHideIt
    ? `FROM record WHERE id IN (${SEEN} EXCEPT ${SEEN})`
    : 'FROM record WHERE account_id = ? AND last_accession_id = ?'
  const which = mayHideIt ? [earlier.id, accession] : [earlier.account_id, earlier.id]
  const notSeen = db.get<{ n: number }>(`SELECT count(*) AS n ${gone}`, ...which)?.n ?? 0
  const notSeenSample = db.all<Comparison['notSeenSample'][number]>(
    `SELECT gone.id AS record, kind, at, iif(record_lock.id IS NULL AND restriction.id IS NULL, substr(version.text, 1, ${SAMPLE_TEXT}), '') AS text
     FROM (SELECT * ${gone} ORDER BY id DESC LIMIT ${SAMPLE}) AS gone
       JOIN version ON version.record_id = gone.id AND version.number = ${current('gone')}
       LEFT JOIN record_lock ON record_lock.record_id = gone.id AND record_lock.ended_at IS NULL
       LEFT JOIN restriction ON restriction.record_id = gone.id AND restriction.ended_at IS NULL`,
    ...which,
  )
  const against = `accession ${earlier.id}, received ${isoInstant(Instant.parse(earlier.received_at))}`
  return { against, added: totals.stored, changed: totals.versions, same: totals.same, notSeen, notSeenSample }
}

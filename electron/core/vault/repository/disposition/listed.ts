// What lists of open requests and of claims are compared with, and what was said of entries that the vault does not know.
import { z } from 'zod'
import { addDays } from '../../../../../shared/domain/calendar/day.ts'
import { ListedAnswer, type ListKind } from '../../../../../shared/domain/disposition/listed.ts'
import type { ListedHold, ListedRequest } from '../../../../../shared/domain/disposition/listed-judge.ts'
import { type Digest, type HoldId, type PersonId, type PlanId, RequestId } from '../../../../../shared/domain/id.ts'
import { Instant, LocalDate, localDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes } from '../../hex.ts'
import { standingHolds } from './hold.ts'

const Row = z.object({
  id: RequestId,
  portal: z.string().nullable(),
  imported: z.string().nullable(),
  open: z.int(),
  closedOn: LocalDate.nullable(),
  receivedOn: LocalDate,
})

// A request that was merged into another is answered by that one, as long as the merge stands.
const REQUESTS = `WITH RECURSIVE answers (id, by_id) AS (
    SELECT id, id FROM request
    UNION SELECT answers.id, into_id FROM answers JOIN request_merge ON request_merge.request_id = by_id AND ended_at IS NULL
  )
  SELECT request.id, document ->> 'portal' AS portal, request_portal.number AS imported, received_on AS receivedOn,
    EXISTS (SELECT 1 FROM answers JOIN request AS one ON one.id = by_id WHERE answers.id = request.id AND one.state <> 'closed') AS open,
    CASE WHEN state = 'closed' THEN (SELECT on_day FROM request_event WHERE request_id = request.id AND kind IN ('closed', 'withdrawn', 'merged')
      ORDER BY request_event.id DESC LIMIT 1) END AS closedOn
  FROM request LEFT JOIN request_portal ON request_portal.request_id = request.id ORDER BY request.id`

/** Every request as a list knows it: by the portal's number, or by its own where the portal gave it none. */
export function listedRequests(db: Driver): ListedRequest[] {
  return db.all(REQUESTS).map((row) => {
    const { portal, imported, open, ...request } = Row.parse(row)
    const numbers = [portal, imported].filter((one) => one !== null)
    return { ...request, numbers: numbers.length > 0 ? numbers : [request.id], open: open === 1 }
  })
}

/** The standing holds that are not those of requests. */
export function listedHolds(db: Driver): ListedHold[] {
  return standingHolds(db).flatMap(({ hold: { id, label, matter }, request }) =>
    request === null ? [{ id, label, matter }] : [],
  )
}

/** An answer for an entry of a list. */
export interface NewListedAnswer {
  readonly plan: PlanId
  readonly kind: ListKind
  readonly key: Digest
  readonly number: string
  readonly hold: HoldId | null
  readonly reason: string
  readonly second: PersonId
}

/** Writes an answer down. Returns its number. */
export function insertListedAnswer(db: Driver, answer: NewListedAnswer, at: Instant, by: PersonId): number {
  const { plan, kind, key, number, hold, reason, second } = answer
  return db.run(
    `INSERT INTO listed_answer (plan_id, kind, entry_digest, number, hold_id, reason, answered_at, answered_by, second_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[plan, kind, digestBytes(key), number, hold, reason, at, by, second],
  ).id
}

const Answer = ListedAnswer.omit({ until: true })

/** Finds the newest answer for an entry, where it counts on a day: as many days as a list counts. */
export function listedAnswers(
  db: Driver,
  { zone, days, today }: { readonly zone: string; readonly days: number; readonly today: LocalDate },
): (key: Digest) => ListedAnswer | null {
  const sql = `SELECT listed_answer.id, hold_id AS hold, reason, answered_at AS at, person.name AS by, second.name AS second FROM listed_answer
    JOIN person ON person.id = answered_by JOIN person AS second ON second.id = second_by
    WHERE entry_digest = ? ORDER BY listed_answer.id DESC LIMIT 1`
  return (key) => {
    const row = db.get(sql, digestBytes(key))
    if (row === undefined) return null
    const answer = Answer.parse(row)
    const on = localDate(Instant.parse(answer.at), zone)
    const until = addDays(on, days)
    return today < on || until < today ? null : { ...answer, until }
  }
}

// Sets of standing rules for the days of events, each kept, the newest in force; and what such rules take their days from.

import type { AccountId, PersonId } from '../../../../../shared/domain/id.ts'
import { type EventRule, EventRules } from '../../../../../shared/domain/retention/event-rule.ts'
import type { Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Saves a set. Returns its number. @param second who else stands behind it */
export function insertEventRules(
  db: Driver,
  rules: readonly EventRule[],
  at: Instant,
  by: PersonId,
  second: PersonId | null,
): number {
  const sql = 'INSERT INTO event_rule_set (document, saved_at, saved_by) VALUES (?, ?, ?)'
  const { id } = db.run(sql, JSON.stringify(rules), at, by)
  if (second !== null) db.run('INSERT INTO event_rule_second VALUES (?, ?)', id, second)
  return id
}

/** The set in force with who saved it; null before the first. */
export function eventRulesInForce(
  db: Driver,
): { readonly set: number; readonly rules: EventRules; readonly by: string; readonly at: Instant } | null {
  const row = db.get<{ set: number; document: string; by: string; at: Instant }>(
    `SELECT event_rule_set.id AS "set", document, person.name AS "by", saved_at AS at FROM event_rule_set
     JOIN person ON person.id = saved_by ORDER BY event_rule_set.id DESC LIMIT 1`,
  )
  return row === undefined ? null : { ...row, rules: EventRules.parse(JSON.parse(row.document)) }
}

/** The days on which accounts were given up that have not been taken up again, by account. */
export function dissolvedOn(db: Driver): ReadonlyMap<number, LocalDate> {
  const rows = db.all<{ account: number; state: string; on: LocalDate }>(
    `SELECT account_id AS account, state, on_day AS "on" FROM channel_step AS step WHERE id =
       (SELECT max(id) FROM channel_step WHERE account_id = step.account_id AND taken_back_at IS NULL)`,
  )
  return new Map(rows.filter(({ state }) => state === 'dissolved').map(({ account, on }) => [account, on]))
}

/** Whether a rule in force takes the day of an event from when an account is given up. */
export function givesEventDay(db: Driver, account: AccountId): boolean {
  const rules = eventRulesInForce(db)?.rules ?? []
  return rules.some(
    ({ source, accounts }) =>
      source.kind === 'account-dissolved' && (accounts.length === 0 || accounts.includes(account)),
  )
}

/** Whether a rule in force gives the day of an event to what is of one account, and not of another that it leaves. */
export function givesOtherDays(db: Driver, from: AccountId, to: AccountId): boolean {
  const rules = eventRulesInForce(db)?.rules ?? []
  const given = dissolvedOn(db)
  return rules.some(({ source, accounts }) => {
    const covers = (account: AccountId) =>
      (accounts.length === 0 || accounts.includes(account)) &&
      (source.kind !== 'account-dissolved' || given.has(account))
    return covers(to) && (source.kind === 'account-dissolved' || !covers(from))
  })
}

/** Of records of a key range (both ends in it) that were found for requests, all of which are closed: the day on which the last one was. */
export function requestsClosedOn(db: Driver, first: number, last: number): ReadonlyMap<number, LocalDate> {
  const rows = db.all<{ record: number; on: LocalDate | null; open: number }>(
    `SELECT record_id AS record, max((SELECT max(on_day) FROM request_event WHERE request_event.request_id = request.id
         AND kind IN ('closed', 'withdrawn', 'merged'))) AS "on", sum(state <> 'closed') AS open
     FROM request_result JOIN request ON request.id = request_id WHERE record_id BETWEEN ? AND ? GROUP BY record_id`,
    first,
    last,
  )
  return new Map(rows.flatMap(({ record, on, open }) => (open > 0 || on === null ? [] : [[record, on]])))
}

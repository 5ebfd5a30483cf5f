// The days of events for a run of records, entered by hand or given by a standing rule, and which of them a series waits for.
import { later } from '../../../shared/domain/calendar/day.ts'
import type { EventRule } from '../../../shared/domain/retention/event-rule.ts'
import type { CompiledSchedule } from '../../../shared/domain/schedule/schedule.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { SubjectRow } from '../vault/repository/disposition/plan.ts'
import { dissolvedOn, eventRulesInForce, requestsClosedOn } from '../vault/repository/retention/event-rule.ts'
import { type EventDays, eventsBetween } from '../vault/repository/retention/record-event.ts'
import { type DayOf, daysMeant } from './days.ts'

/** A day with where it comes from, in a sentence. */
export interface EventDay {
  readonly on: LocalDate
  readonly how: string
}

/** The days by record. @param rows in the order of their ids */
export function eventsOver(db: Driver, rows: readonly SubjectRow[], dayOf: DayOf): ReadonlyMap<number, EventDays> {
  const told = eventsTold(db, rows, dayOf)
  return new Map([...told].map(([id, days]) => [id, new Map([...days].map(([code, { on }]) => [code, on]))]))
}

/**
 * The same with where each day comes from. Standing rules are asked anew each time, so that they hold for what comes in later and follow what they
 * rest on; the latest of several days counts. What was entered by hand outranks them, also that there is no day.
 * @param rows in the order of their ids
 */
export function eventsTold(
  db: Driver,
  rows: readonly SubjectRow[],
  dayOf: DayOf,
): ReadonlyMap<number, ReadonlyMap<string, EventDay>> {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const byHand = eventsBetween(db, first.id, last.id)
  const byRule = ruleDays(db, first.id, last.id, dayOf)
  if (byHand.size === 0 && byRule === null) return new Map()
  const told = new Map<number, ReadonlyMap<string, EventDay>>()
  for (const row of rows) {
    const days = byRule?.(row) ?? new Map<string, EventDay>()
    for (const [code, { on, reason, by }] of byHand.get(row.id) ?? []) {
      if (on === null) days.delete(code)
      else days.set(code, { on, how: `entered by ${by}: ${reason}` })
    }
    if (days.size > 0) told.set(row.id, days)
  }
  return told
}

/** What standing rules say of single records; null where there is none. */
function ruleDays(db: Driver, first: number, last: number, dayOf: DayOf) {
  const rules = eventRulesInForce(db)?.rules ?? []
  if (rules.length === 0) return null
  const uses = (kind: EventRule['source']['kind']) => rules.some(({ source }) => source.kind === kind)
  const dissolved = uses('account-dissolved') ? dissolvedOn(db) : null
  const closed = uses('request-closed') ? requestsClosedOn(db, first, last) : null
  const dayBy = ({ source }: EventRule, row: SubjectRow) => {
    if (source.kind === 'day') return source.on
    return (source.kind === 'account-dissolved' ? dissolved?.get(row.account) : closed?.get(row.id)) ?? null
  }
  return (row: SubjectRow): Map<string, EventDay> => {
    const days = new Map<string, EventDay>()
    for (const rule of rules) {
      const on = covers(rule, row, dayOf) ? dayBy(rule, row) : null
      const known = days.get(rule.code)
      if (on === null || (known !== undefined && later(known.on, on) === known.on)) continue
      days.set(rule.code, { on, how: `by the standing rule “${rule.name}”: ${rule.reason}` })
    }
    return days
  }
}

/** Whether a record is surely one of a rule's: the whole of what its time may mean lies in the days of the rule. */
function covers({ accounts, since, until }: EventRule, row: SubjectRow, dayOf: DayOf): boolean {
  if (accounts.length > 0 && !accounts.some((account) => account === row.account)) return false
  if (since === null && until === null) return true
  const days = daysMeant(row.at, row.precision, dayOf)
  return days !== null && (since === null || days.first >= since) && (until === null || days.last <= until)
}

/** The day on which what a series waits for came, null where it has none: its code of the legend says which event that is. */
export function eventOf({ terms }: CompiledSchedule, series: string, days: EventDays | undefined): LocalDate | null {
  const retention = terms.get(series)?.series.retention
  const code = retention !== undefined && 'code' in retention ? retention.code : null
  return code === null ? null : (days?.get(code) ?? null)
}

// How long a closed request holds what was found for it: until the retention of its own file ends, by the series that the office chose for request
// files, or by the day that somebody entered; the later of the two.
import { addDays, later } from '../../../../shared/domain/calendar/day.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { type CompiledSchedule, compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { Instant, type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import type { Driver } from '../catalog/driver.ts'
import { type OfficeFacts, officeFile, officeFiles } from '../repository/disposition/office-file.ts'
import { type OfficeSeries, officeSeries, seriesOfFile } from '../repository/disposition/office-series.ts'
import { latestEntryAt } from '../repository/disposition/plan.ts'
import { keptUntil } from '../repository/request/request-hold.ts'
import { scheduleInForce } from '../repository/retention/schedule.ts'
import { answeredIn } from '../repository/retention/series-answer.ts'
import { judgeFile } from './judge.ts'

/** The last day on which the file of a request is kept, and by which authority. */
export interface FileKept {
  readonly until: LocalDate
  readonly authority: string
}

/** Until when the file of a closed request is kept, as the vault knows it on its newest day; null where that cannot be told. */
export function requestKept(db: Driver, request: RequestId, zone: string): FileKept | null {
  const facts = officeFile(db, { kind: 'request-file', id: request }, zone)
  const ends = facts === null ? null : endsOn(db, zone, today(db, zone))(facts)
  const entered = keptUntil(db, request)
  if (ends === null || (entered !== null && entered.until > ends.until)) return entered
  return ends
}

/** The closed requests whose file's own retention has ended on a day: what was found for them they hold no more. */
export function endedRequests(db: Driver, zone: string, day: LocalDate): ReadonlySet<string> {
  const choices = officeSeries(db)
  const closed = officeFiles(db, 'request-file', zone).filter(({ closedOn }) => closedOn !== null)
  if (closed.length === 0) return new Set()
  const ends = endsOn(db, zone, day, choices)
  const over = closed.filter((facts) => {
    const entered = keptUntil(db, facts.id)?.until ?? null
    const series = seriesOfFile(choices, facts) === null ? null : (ends(facts)?.until ?? 'never')
    if (series === 'never') return false
    const last = series !== null && entered !== null ? later(series, entered) : (series ?? entered)
    return last !== null && last < day
  })
  return new Set(over.map(({ id }) => id))
}

/** Those that have ended on the newest day that the vault knows. */
export function endedByNow(db: Driver, zone: string): ReadonlySet<string> {
  return endedRequests(db, zone, today(db, zone))
}

/** Tells the last day of a file's retention; null where it has no end, or one that nobody can tell. */
function endsOn(db: Driver, zone: string, day: LocalDate, choices: readonly OfficeSeries[] = officeSeries(db)) {
  const stored = scheduleInForce(db, day)
  const schedule: CompiledSchedule | null = stored === null ? null : compileSchedule(stored.schedule, answeredIn(db))
  return (facts: OfficeFacts): FileKept | null => {
    const choice = seriesOfFile(choices, facts)
    if (choice === null || schedule === null || facts.closedOn === null) return null
    const verdict = judgeFile(facts, choice, [], { asOf: day, zone, schedule, law: retentionLaw })
    // What goes to the archives, or is reviewed before, has not ended with its period.
    const dated = verdict.eligible || verdict.reason === 'not-yet' || verdict.reason === 'under-two-years'
    if (!dated || verdict.on === null) return null
    const { name, resolution } = schedule.schedule
    const title = schedule.terms.get(choice.series)?.series.title ?? ''
    return { until: addDays(verdict.on, -1), authority: `${choice.series} ${title}, ${name} (${resolution})` }
  }
}

/** The City's day of the newest entry of the ledger. */
function today(db: Driver, zone: string): LocalDate {
  return localDate(Instant.parse(latestEntryAt(db) ?? 0), zone)
}

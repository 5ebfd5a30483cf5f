// A record of the catalog as eligibility and holds see it.
import { later } from '../../../shared/domain/calendar/day.ts'
import type { HoldSubject } from '../../../shared/domain/disposition/hold.ts'
import type { HoldMark, RetentionSubject } from '../../../shared/domain/retention/subject.ts'
import type { KeptUnit } from '../../../shared/domain/retention/unit.ts'
import type { CompiledSchedule } from '../../../shared/domain/schedule/schedule.ts'
import type { SubjectRow } from '../vault/repository/disposition/plan.ts'
import type { EventDays } from '../vault/repository/retention/record-event.ts'
import { seriesOf } from './classify/series-of.ts'
import { type DayOf, daysMeant } from './days.ts'
import { eventOf } from './events.ts'
import type { ThreadFacts } from './thread/thread-facts.ts'

/** What stands around a record: what holds it by itself, its thread where it has one, and the days of its events. */
export interface Around {
  readonly holds: readonly HoldMark[]
  readonly thread: ThreadFacts | undefined
  readonly days: EventDays | undefined
}

/**
 * The record for `eligibility`. Where threads are kept together its age is that of its thread, and the series of the thread are its own,
 * so that the longest of them decides for all; nothing of a thread goes while its first post is in no series. What holds one record of a
 * thread holds the others in either case. Nothing marks a record as protected beside its series.
 */
export function retentionSubject(
  row: SubjectRow,
  { holds, thread, days }: Around,
  { unit, schedule }: { readonly unit: KeptUnit; readonly schedule: CompiledSchedule },
): RetentionSubject {
  const together = unit === 'thread' ? thread : undefined
  const own = row.series === null ? [] : seriesOf(row)
  const series = together === undefined ? own : together.untagged ? [] : together.series
  return {
    kind: row.kind,
    dates: {
      created: row.at,
      precision: row.precision,
      zoned: row.zoned === 1,
      lastEdited: row.edited,
      lastComment: together?.last ?? null,
      undated: together?.undated ?? false,
      editUnread: together?.editUnread ?? row.editUnread === 1,
    },
    series: series.map((code) => ({ code, eventOn: eventOf(schedule, code, together?.events ?? days) })),
    holds: thread?.holds ?? holds,
    exclusions: [],
    deletedOnPlatform: row.state === 'deleted',
  }
}

/** The record for `holdCovers`: its latest change may be an edit or its removal, of any day where that of an edit cannot be read. @param found whether a search finds it */
export function holdSubject(row: SubjectRow, dayOf: DayOf, found: HoldSubject['found']): HoldSubject {
  const days = daysMeant(row.at, row.precision, dayOf)
  const { id, account } = row
  if (days === null) return { id, account, first: null, last: null, found }
  const changes = [dayOf(row.edited), dayOf(row.deletedAt)].filter((day) => day !== null)
  const last = row.editUnread === 1 ? null : changes.reduce(later, days.last)
  return { id, account, first: days.first, last, found }
}

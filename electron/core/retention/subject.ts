// A record of the catalog as eligibility and holds see it.
import { later } from '../../../shared/domain/calendar-day.ts'
import type { HoldSubject } from '../../../shared/domain/hold.ts'
import type { HoldMark, RetentionSubject } from '../../../shared/domain/retention-subject.ts'
import type { SubjectRow } from '../vault/repository/plan.ts'
import { type DayOf, daysMeant } from './days.ts'

/**
 * The record for `eligibility`. Comments are records of their own, so no comment prolongs a post; nothing marks a record as
 * protected beside its series, and no post has the date of an event.
 */
export function retentionSubject(row: SubjectRow, holds: readonly HoldMark[]): RetentionSubject {
  return {
    kind: row.kind,
    dates: {
      created: row.at,
      precision: row.precision,
      zoned: row.zoned === 1,
      lastEdited: row.edited,
      lastComment: null,
    },
    series: row.series === null ? [] : [{ code: row.series, eventOn: null }],
    holds,
    exclusions: [],
    deletedOnPlatform: row.state === 'deleted',
  }
}

/** The record for `holdCovers`: its latest change may be an edit or its removal. @param found whether a search finds it */
export function holdSubject(row: SubjectRow, dayOf: DayOf, found: HoldSubject['found']): HoldSubject {
  const days = daysMeant(row.at, row.precision, dayOf)
  const { id, account } = row
  if (days === null) return { id, account, first: null, last: null, found }
  const changes = [dayOf(row.edited), dayOf(row.deletedAt)].filter((day) => day !== null)
  return { id, account, first: days.first, last: changes.reduce(later, days.last), found }
}

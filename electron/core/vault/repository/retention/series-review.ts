// What was said of series that the schedule marks as historical: every review is kept, the newest of a series counts.
import { z } from 'zod'
import { SeriesReview } from '../../../../../shared/contract/schedule.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Reviewed } from '../../../../../shared/domain/schedule/schedule.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

const Row = SeriesReview.extend({ series: z.string(), title: z.string() })

/** A review of one series, by its code and title. */
export interface NewReview {
  readonly series: string
  readonly title: string
  readonly lasting: boolean
  readonly basis: string
  readonly second: PersonId
}

/** Writes a review down. */
export function insertReview(
  db: Driver,
  { series, title, lasting, basis, second }: NewReview,
  at: Instant,
  by: PersonId,
): void {
  db.run(
    'INSERT INTO series_review (series, title, lasting, basis, reviewed_at, reviewed_by, second_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[series, title, lasting ? 1 : 0, basis, at, by, second],
  )
}

/** The reviews that count now, by series code; each with the title that it was given for. */
export function reviewsBySeries(db: Driver): Map<string, z.infer<typeof Row>> {
  const rows = db.all<{ lasting: number }>(
    `SELECT series, series_review.title, lasting, basis, reviewed_at AS at, person.name AS by, second.name AS second
     FROM series_review JOIN person ON person.id = reviewed_by JOIN person AS second ON second.id = second_by
     WHERE series_review.id IN (SELECT max(id) FROM series_review GROUP BY series) ORDER BY series`,
  )
  return new Map(rows.map((row) => Row.parse({ ...row, lasting: row.lasting === 1 })).map((row) => [row.series, row]))
}

/** Which series were reviewed and found to be of no lasting value; one that bears another title than then was not reviewed. */
export function reviewedIn(db: Driver): Reviewed {
  const reviews = reviewsBySeries(db)
  return ({ code, title }) => {
    const review = reviews.get(code)
    return review?.title === title && !review.lasting
  }
}

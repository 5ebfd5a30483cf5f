// What series were said to hold of the kinds that may not be destroyed: every answer is kept, the newest of a series counts.
import { z } from 'zod'
import { SeriesAnswer } from '../../../../../shared/contract/schedule.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Answered } from '../../../../../shared/domain/schedule/schedule.ts'
import type { Protection } from '../../../../../shared/domain/schedule/series.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

const Row = SeriesAnswer.extend({ series: z.string(), title: z.string() })

/** An answer for one series, by its code and title. */
export interface NewAnswer {
  readonly series: string
  readonly title: string
  readonly kinds: Protection
  readonly basis: string
  /** Who else stands behind it. */
  readonly second: PersonId | null
}

/** Writes an answer down. */
export function insertAnswer(
  db: Driver,
  { series, title, kinds, basis, second }: NewAnswer,
  at: Instant,
  by: PersonId,
): void {
  const { id } = db.run(
    'INSERT INTO series_answer (series, title, kinds, basis, answered_at, answered_by) VALUES (?, ?, ?, ?, ?, ?)',
    series,
    title,
    JSON.stringify(kinds),
    basis,
    at,
    by,
  )
  if (second !== null) db.run('INSERT INTO series_answer_second VALUES (?, ?)', id, second)
}

/** The answers that count now, by series code; each with the title that it was given for. */
export function answersBySeries(db: Driver): Map<string, z.infer<typeof Row>> {
  const rows = db.all<{ kinds: string }>(
    `SELECT series, series_answer.title, kinds, basis, answered_at AS at, person.name AS by,
       (SELECT name FROM series_answer_second JOIN person ON person.id = second_by WHERE answer_id = series_answer.id) AS second
     FROM series_answer JOIN person ON person.id = answered_by
     WHERE series_answer.id IN (SELECT max(id) FROM series_answer GROUP BY series) ORDER BY series`,
  )
  return new Map(rows.map((row) => Row.parse({ ...row, kinds: JSON.parse(row.kinds) })).map((row) => [row.series, row]))
}

/** What a schedule is compiled with: a series that bears another title than it was answered for has no answer. */
export function answeredIn(db: Driver): Answered {
  const answers = answersBySeries(db)
  return ({ code, title }) => {
    const answer = answers.get(code)
    return answer?.title === title ? answer.kinds : null
  }
}

// What a thread comes to for its records: the latest moment of any of them, all their series, all that holds them.
import { later } from '../../../../shared/domain/calendar/day.ts'
import { latestMoment } from '../../../../shared/domain/retention/age.ts'
import type { HoldMark } from '../../../../shared/domain/retention/subject.ts'
import { Instant, type LocalDate } from '../../../../shared/domain/time.ts'
import type { SubjectRow } from '../../vault/repository/disposition/plan.ts'
import type { EventDays } from '../../vault/repository/retention/record-event.ts'
import { seriesOf } from '../classify/series-of.ts'
import { distinctMarks } from '../hold/distinct-marks.ts'

/**
 * `last`: the latest moment that a post, edit or comment of it may be of; `undated`: one of them has no time; `editUnread`: nor an edit of one. `series`: each once.
 * `untagged`: one that answers nothing in the thread has no series, so the thread has none that is sure.
 */
export interface ThreadFacts {
  readonly records: number
  readonly last: Instant | null
  readonly undated: boolean
  readonly editUnread: boolean
  readonly series: readonly string[]
  /** By code of the legend the latest day on which its event came for any of them. */
  readonly events: EventDays
  readonly untagged: boolean
  readonly holds: readonly HoldMark[]
}

/** Takes the records of a thread in one after another. @param zone the City's */
export function gatheringFacts(zone: string) {
  const natives = new Set<string>()
  const untagged: (string | null)[] = []
  const series = new Set<string>()
  const events = new Map<string, LocalDate>()
  let holds: readonly HoldMark[] = []
  let facts: Pick<ThreadFacts, 'records' | 'last' | 'undated' | 'editUnread'> = {
    ...{ records: 0, last: null, undated: false, editUnread: false },
  }
  return {
    add(row: SubjectRow, marks: readonly HoldMark[], days: EventDays | undefined): void {
      for (const [code, day] of days ?? []) events.set(code, later(events.get(code) ?? day, day))
      natives.add(row.nativeId)
      if (row.series === null) untagged.push(row.answers)
      for (const code of seriesOf(row)) series.add(code)
      if (marks.length > 0) holds = distinctMarks([...holds, ...marks])
      const made =
        row.at === null || row.precision === 'unknown'
          ? null
          : latestMoment(row.at, { precision: row.precision, zoned: row.zoned === 1 }, zone)
      const moments = [facts.last, made, row.edited].filter((one) => one !== null)
      const last = moments.length === 0 ? null : Instant.parse(Math.max(...moments))
      const editUnread = facts.editUnread || row.editUnread === 1
      facts = { records: facts.records + 1, last, undated: facts.undated || made === null, editUnread }
    },
    get facts(): ThreadFacts {
      const first = untagged.some((answers) => answers === null || !natives.has(answers))
      return { ...facts, series: [...series].sort(), events, untagged: first, holds }
    },
  }
}

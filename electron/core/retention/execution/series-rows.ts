// What the schedule says of the series of records that go: kept with the destruction, because another schedule may stand when it is certified.
import type { SeriesRow } from '../../../../shared/domain/disposition/destruction.ts'
import { withUnscheduled } from '../../../../shared/domain/schedule/unscheduled.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'

/** The rows of some series by the schedule in force on a day, in the order of their codes. Of non-records and duplicates it has none, and that is said. */
export function seriesRows(db: Driver, codes: readonly string[], on: LocalDate): SeriesRow[] {
  const own = scheduleInForce(db, on)?.schedule.series ?? []
  const known = new Map(withUnscheduled(own).map((series) => [series.code, series]))
  const published = new Set(own.map(({ code }) => code))
  return [...new Set(codes)].sort().flatMap((code) => {
    const series = known.get(code)
    if (series === undefined) return []
    const title = published.has(code) ? series.title : `${series.title} (no row of the schedule)`
    return [{ code, title, retention: series.retention.text, citation: series.citations.join('; ') }]
  })
}

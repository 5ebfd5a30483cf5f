// What another time zone moves: the records made between the midnights of the one and of the other.
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import { Instant, type LocalDate, localDate, startOfDay, type Zone } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { firstIdOf, secondOf } from '../../vault/record/record-id.ts'
import { countIds, datedRange } from '../../vault/repository/record/record-days.ts'

/** Days after which other work may have its turn. */
const TURN = 200

export interface Moved {
  readonly days: number
  readonly years: number
}

/**
 * Counts the records that are of another day in the other zone, and those of them that are of another calendar or fiscal year.
 * @param fiscalYearEnd the last day of the City's fiscal year, `MM-DD`; null where no schedule says it
 */
export async function countMoved(
  db: Driver,
  zones: { readonly from: Zone; readonly to: Zone },
  fiscalYearEnd: string | null,
  signal: AbortSignal,
): Promise<Moved> {
  const range = datedRange(db)
  const moved = { days: 0, years: 0 }
  if (range === null) return moved
  const [first, last] = [range.first, range.last].map((id) => Instant.parse(secondOf(id) * 1000))
  if (first === undefined || last === undefined) return moved
  const end = addDays(localDate(last, 'UTC'), 2)
  let counted = Number.MIN_SAFE_INTEGER
  let turn = 0
  for (let day = addDays(localDate(first, 'UTC'), -1); day <= end; day = addDays(day, 1)) {
    turn += 1
    if (turn % TURN === 0) await new Promise(setImmediate)
    signal.throwIfAborted()
    const starts = [zones.from, zones.to].map((zone) => startOfDay(day, zone)).sort((a, b) => a - b)
    const [from, until] = starts.map((start) => firstIdOf(start))
    if (from === undefined || until === undefined) continue
    // A day and more lie between the furthest zones: nothing is counted twice.
    const records = countIds(db, Math.max(from, counted), until)
    counted = Math.max(counted, until)
    moved.days += records
    if (beginsYear(day, fiscalYearEnd)) moved.years += records
  }
  return moved
}

function beginsYear(day: LocalDate, fiscalYearEnd: string | null): boolean {
  return day.endsWith('-01-01') || (fiscalYearEnd !== null && addDays(day, -1).endsWith(`-${fiscalYearEnd}`))
}

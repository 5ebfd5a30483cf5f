// Counting records by years, months and days of the City while walking over them from the newest to the oldest.
import { addDays, endOfMonth } from '../../../shared/domain/calendar/day.ts'
import type { TimeBar, TimeUnit } from '../../../shared/domain/record/facet.ts'
import { Instant, LocalDate, localDate, startOfDay } from '../../../shared/domain/time.ts'
import { FIRST_DATED, firstIdOf, secondOf } from '../vault/record/record-id.ts'

/** As many bars as are still told apart. */
const MOST_BARS = 100

export interface TimeTally {
  /** Counts a record; ids must not ascend. */
  add(id: number): void
  readonly undated: number
  /** How many there are of each year, newest first. */
  years(): ReadonlyMap<string, number>
  /** What was counted, oldest first and without gaps, by days where they are few, else by months, else by years. */
  bars(): { readonly unit: TimeUnit; readonly bars: TimeBar[] }
}

/** Begins to count. @param zone the City's IANA zone, whose midnights bound the days */
export function timeTally(zone: string): TimeTally {
  const months = counter((date) => date.slice(0, 7), zone)
  const days = counter((date) => date, zone)
  let undated = 0
  return {
    add(id) {
      if (id < FIRST_DATED) {
        undated += 1
        return
      }
      months.add(id)
      // More days than can be drawn are not counted: each costs a look at the calendar.
      if (days.counts.size <= MOST_BARS) days.add(id)
    },
    get undated() {
      return undated
    },
    years: () => yearsOf(months.counts),
    bars() {
      if (days.counts.size <= MOST_BARS && isWithin(days.counts, 'day')) return drawn('day', days.counts)
      if (isWithin(months.counts, 'month')) return drawn('month', months.counts)
      return drawn('year', yearsOf(months.counts))
    },
  }
}

/** Counts by a part of the local date; the calendar is asked once for each. */
function counter(part: (date: LocalDate) => string, zone: string) {
  const counts = new Map<string, number>()
  let name = ''
  let first = Number.POSITIVE_INFINITY
  return {
    counts,
    add(id: number) {
      if (id < first) {
        name = part(localDate(Instant.parse(secondOf(id) * 1000), zone))
        first = firstIdOf(startOfDay(firstDay(name), zone))
      }
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
  }
}

function yearsOf(months: ReadonlyMap<string, number>): Map<string, number> {
  const years = new Map<string, number>()
  for (const [month, count] of months) {
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return years
}

function isWithin(counts: ReadonlyMap<string, number>, unit: TimeUnit): boolean {
  return names(counts, unit, MOST_BARS + 1).length <= MOST_BARS
}

function drawn(unit: TimeUnit, counts: ReadonlyMap<string, number>) {
  const bars = names(counts, unit, Number.POSITIVE_INFINITY).map((on) => ({
    on,
    previous: stepped(on, unit, -1),
    next: stepped(on, unit, 1),
    count: counts.get(on) ?? 0,
  }))
  return { unit, bars }
}

/** Every name from the oldest to the newest, at most so many. */
function names(counts: ReadonlyMap<string, number>, unit: TimeUnit, most: number): string[] {
  const [newest] = counts.keys()
  const oldest = [...counts.keys()].at(-1)
  if (newest === undefined || oldest === undefined) return []
  const all: string[] = []
  for (let name = oldest; name <= newest && all.length < most; name = stepped(name, unit, 1)) all.push(name)
  return all
}

/** The year, month or day before or after one. */
function stepped(name: string, unit: TimeUnit, step: 1 | -1): string {
  const first = firstDay(name)
  if (unit === 'year') return String(Number(name) + step).padStart(4, '0')
  if (unit === 'day') return addDays(first, step)
  return (step === 1 ? addDays(endOfMonth(first), 1) : addDays(first, -1)).slice(0, 7)
}

function firstDay(name: string): LocalDate {
  return LocalDate.parse(`${name}${'-01-01'.slice(name.length - 4)}`)
}

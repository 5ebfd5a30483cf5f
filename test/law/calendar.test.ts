// Laws of the clocks, for any day, list and closures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, dayOff, type HolidayList } from '../../shared/domain/calendar/calendar.ts'
import { addDays } from '../../shared/domain/calendar/day.ts'
import { requestClocks } from '../../shared/domain/calendar/deadline.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { californiaClocks } from '../../shared/law/clocks-california.ts'
import { oaklandClocks } from '../../shared/law/clocks-oakland.ts'

const rules = [...californiaClocks, ...oaklandClocks]
const first = LocalDate.parse('2026-01-01')
const day = fc.nat(364).map((days) => addDays(first, days))
const list = (set: HolidayList['set'], year: number, days: LocalDate[]): HolidayList => ({
  id: `${set}-${year}`,
  set,
  jurisdiction: 'City of Alder Bay',
  year,
  days: days.map((date) => ({ date, name: 'holiday', doubt: null })),
  source: 'made up',
  confirmed: false,
})
const days = fc.uniqueArray(day, { maxLength: 40 })
const calendarOf = (judicial: LocalDate[], city: LocalDate[], closed: LocalDate[]) =>
  buildCalendar(
    [list('judicial', 2026, judicial), list('city', 2026, city), list('judicial', 2027, []), list('city', 2027, [])],
    closed.map((date) => ({ date, reason: 'closed' })),
  )
const clocksOf = (receivedOn: LocalDate, calendar: ReturnType<typeof calendarOf>) =>
  requestClocks({ receivedOn, immediateDisclosure: true, determinedOn: null }, calendar, rules)

describe('a clock', () => {
  it('never ends on a day off, and the careful date is never the later one', () => {
    fc.assert(
      fc.property(day, days, days, days, (received, judicial, city, closed) => {
        const calendar = calendarOf(judicial, city, closed)
        for (const clock of clocksOf(received, calendar)) {
          if (!clock.ok) throw new Error('both years are loaded')
          const reading = clock.duty === 'idr-response' ? 'business' : 'statutory'
          expect(dayOff(calendar, clock.statutory, reading)).toBeNull()
          expect(clock.raw <= clock.conservative && clock.conservative <= clock.statutory).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is moved by nothing but days off that it names', () => {
    fc.assert(
      fc.property(day, days, days, days, (received, judicial, city, closed) => {
        const calendar = calendarOf(judicial, city, closed)
        for (const clock of clocksOf(received, calendar)) {
          if (!clock.ok || clock.duty === 'idr-response' || clock.duty === 'idr-production') continue
          expect(addDays(clock.raw, clock.skipped.length)).toBe(clock.statutory)
          expect(clock.skipped.map(({ date }) => date)).toEqual(clock.skipped.map((_, at) => addDays(clock.raw, at)))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never comes earlier because a closure was entered', () => {
    fc.assert(
      fc.property(day, days, days, day, (received, judicial, city, closure) => {
        const before = clocksOf(received, calendarOf(judicial, city, []))
        const after = clocksOf(received, calendarOf(judicial, city, [closure]))
        for (const clock of before) {
          const same = after.find(({ duty }) => duty === clock.duty)
          if (clock.ok && same?.ok)
            expect(same.statutory >= clock.statutory && same.conservative >= clock.conservative).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is refused, never guessed, where a year is not loaded', () => {
    const calendar = buildCalendar([list('judicial', 2026, []), list('city', 2026, [])], [])
    fc.assert(
      fc.property(day, (received) => {
        for (const clock of clocksOf(received, calendar)) {
          expect(clock.ok ? clock.statutory.slice(0, 4) : clock.refusal).toBe(
            clock.ok ? '2026' : 'calendar-year-not-loaded',
          )
        }
      }),
    )
  })
})

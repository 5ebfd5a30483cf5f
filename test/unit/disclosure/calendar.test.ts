// Days off, day arithmetic and the holiday lists as data.
import { describe, expect, it } from 'vitest'
import { buildCalendar, Closure, dayOff, HolidayList } from '../../../shared/domain/calendar/calendar.ts'
import {
  addDays,
  addPeriod,
  endOfMonth,
  nextOccurrence,
  readableDay,
  weekday,
} from '../../../shared/domain/calendar/day.ts'
import { isInForce } from '../../../shared/domain/law/statute.ts'
import { parseLocalDate as day } from '../../../shared/domain/time.ts'
import { judicial2026, oakland2026 } from '../../../shared/law/holidays-2026.ts'

const calendar = buildCalendar([judicial2026, oakland2026], [Closure.parse({ date: '2026-12-28', reason: 'furlough' })])

describe('arithmetic on days', () => {
  it.each([
    ['2024-02-29', 2, 'years', '2026-03-01'],
    ['2024-02-29', 4, 'years', '2028-02-29'],
    ['2024-01-31', 1, 'months', '2024-03-01'],
    ['2024-12-31', 2, 'months', '2025-03-01'],
    ['2024-03-05', 1.5, 'years', '2025-09-05'],
    ['2024-03-05', 0.7, 'years', '2024-12-05'],
    ['2024-03-05', 1, 'weeks', '2024-03-12'],
    ['2024-03-05', 100, 'days', '2024-06-13'],
  ] as const)('%s + %d %s = %s', (from, amount, unit, expected) => {
    expect(addPeriod(day(from), { amount, unit })).toBe(expected)
  })

  it('finds the end of a year, of a month, and the day of the week', () => {
    expect([
      nextOccurrence(day('2024-06-30'), '06-30'),
      nextOccurrence(day('2024-07-01'), '06-30'),
      endOfMonth(day('2024-02-10')),
      endOfMonth(day('2024-12-01')),
      weekday(day('2026-10-04')),
      addDays(day('2026-03-01'), -1),
      readableDay(day('2024-03-05')),
    ]).toEqual(['2024-06-30', '2025-06-30', '2024-02-29', '2024-12-31', 0, '2026-02-28', 'March 5, 2024'])
  })
})

describe('a day off', () => {
  it.each([
    ['2026-10-03', 'Saturday', 'CCP 12a(a)'],
    ['2026-10-04', 'Sunday', 'Gov. Code 6700(a)(1); CCP 12a(a), 135'],
    ['2026-09-25', 'Native American Day (judicial holiday)', 'CCP 12a(a), 135'],
    ['2026-09-09', 'Admission Day (City closed)', 'CCP 12b'],
    ['2026-11-26', 'Thanksgiving Day (court and City)', 'CCP 12a(a), 135, 12b'],
    ['2026-12-28', 'City office closed: furlough', 'CCP 12b'],
  ])('%s: %s', (date, why, citation) => {
    expect(dayOff(calendar, day(date), 'statutory')).toEqual({ date, why, citation })
  })

  it.each(['2026-10-12', '2026-04-24', '2026-02-17', '2026-11-09'])(
    '%s is none (Columbus Day, 24 April, Lunar New Year, the day after Diwali)',
    (date) => {
      expect(dayOff(calendar, day(date), 'statutory')).toBeNull()
    },
  )

  it('is read carefully only where nobody can dispute it, and by the City’s list for business days', () => {
    const off = (date: string) =>
      (['conservative', 'business', 'business-conservative'] as const).map(
        (reading) => dayOff(calendar, day(date), reading) !== null,
      )
    expect({
      admission: off('2026-09-09'),
      native: off('2026-09-25'),
      veterans: off('2026-11-11'),
      closed: off('2026-12-28'),
    }).toEqual({
      admission: [false, true, false],
      native: [false, false, false],
      veterans: [true, true, false],
      closed: [true, true, true],
    })
  })
})

describe('lists', () => {
  it('of 2026 satisfy their schema', () => {
    expect([judicial2026, oakland2026].map((list) => HolidayList.parse(list).days.length)).toEqual([14, 13])
  })

  it('refuse a day of another year', () => {
    expect(HolidayList.safeParse({ ...judicial2026, year: 2027 }).success).toBe(false)
  })

  it('are replaced by a later list of the same set and year', () => {
    const corrected = { ...oakland2026, days: oakland2026.days.filter(({ date }) => date !== '2026-09-09') }
    expect(dayOff(buildCalendar([oakland2026, corrected], []), day('2026-09-09'), 'business')).toBeNull()
  })
})

it('a rule is in force on its first and last day', () => {
  const rule = { validFrom: day('2026-01-01'), validTo: day('2026-12-31') }
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((on) => isInForce(rule, day(on)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

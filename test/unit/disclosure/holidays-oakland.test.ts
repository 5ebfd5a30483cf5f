// Holidays of Oakland that are reckoned: against days written down from a paper calendar, and against the list of 2026 that was brought.
import { expect, test } from 'vitest'
import { oakland2026 } from '../../../shared/law/holidays-2026.ts'
import { RECKONED_YEARS, reckonedOakland } from '../../../shared/law/holidays-oakland.ts'

const CALENDAR: Readonly<Record<number, string>> = {
  2024: '01-01 01-15 02-19 04-01 05-27 06-19 07-04 09-02 09-09 11-11 11-28 11-29 12-25',
  2025: '01-01 01-20 02-17 03-31 05-26 06-19 07-04 09-01 09-09 11-11 11-27 11-28 12-25',
  2027: '01-01 01-18 02-15 03-31 05-31 06-19 07-05 09-06 09-09 11-11 11-25 11-26 12-25',
  2028: '01-01 01-17 02-21 03-31 05-29 06-19 07-04 09-04 09-09 11-11 11-23 11-24 12-25',
}

test.each([...RECKONED_YEARS])('the days of %i are those of the calendar', (year) => {
  const days = reckonedOakland(year).days.map(({ date }) => date.slice(5))
  expect(days.join(' ')).toBe(CALENDAR[year])
})

test('reckoned for 2026, it is the list that was brought', () => {
  expect(reckonedOakland(2026).days).toMatchObject(oakland2026.days.map(({ date, name }) => ({ date, name })))
})

test('a day that falls on a Sunday, and one that may not be given, says its doubt', () => {
  const doubts = reckonedOakland(2027).days.filter(({ doubt }) => doubt !== null)
  expect(doubts.map(({ date }) => date)).toEqual(['2027-07-05', '2027-09-09', '2027-11-11'])
})

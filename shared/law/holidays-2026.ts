// Holidays of 2026 as data (law.md §4). Other years are entered by the Clerk; until then no deadline runs into them.
import type { Holiday, HolidayList } from '../domain/calendar/calendar.ts'
import { parseLocalDate } from '../domain/time.ts'

/** Judicial holidays (CCP 135). Columbus Day, Admission Day, Lunar New Year, 24 April and Diwali are none. */
export const judicial2026: HolidayList = {
  id: 'judicial-2026-alameda',
  set: 'judicial',
  jurisdiction: 'Superior Court of Alameda County',
  year: 2026,
  days: [
    day('2026-01-01', 'New Year’s Day'),
    day('2026-01-19', 'Martin Luther King Jr. Day'),
    day('2026-02-12', 'Lincoln’s Birthday'),
    day('2026-02-16', 'Presidents’ Day'),
    day('2026-03-31', 'Farmworkers Day'),
    day('2026-05-25', 'Memorial Day'),
    day('2026-06-19', 'Juneteenth'),
    day('2026-07-03', 'Independence Day (observed)'),
    day('2026-09-07', 'Labor Day'),
    day('2026-09-25', 'Native American Day'),
    day('2026-11-11', 'Veterans Day'),
    day('2026-11-26', 'Thanksgiving Day'),
    day('2026-11-27', 'Day after Thanksgiving'),
    day('2026-12-25', 'Christmas Day'),
  ],
  source: 'the court’s 2026 list “Pursuant to Code of Civil Procedure Section 135”, as quoted by a third party',
  confirmed: false,
}

/** The City of Oakland’s holidays: 4 July is a Saturday without a weekday in lieu. */
export const oakland2026: HolidayList = {
  id: 'city-2026-oakland',
  set: 'city',
  jurisdiction: 'City of Oakland',
  year: 2026,
  days: [
    day('2026-01-01', 'New Year’s Day'),
    day('2026-01-19', 'Martin Luther King Jr. Day'),
    day('2026-02-16', 'Presidents’ Day'),
    day('2026-03-31', 'Farmworkers Day'),
    day('2026-05-25', 'Memorial Day'),
    day('2026-06-19', 'Juneteenth'),
    day('2026-07-04', 'Independence Day'),
    day('2026-09-07', 'Labor Day'),
    day('2026-09-09', 'Admission Day', 'the benefits guide (p. 5) marks it “if applicable”'),
    day('2026-11-11', 'Veterans Day', 'the benefits guide (p. 5) marks it “if applicable”'),
    day('2026-11-26', 'Thanksgiving Day'),
    day('2026-11-27', 'Day after Thanksgiving'),
    day('2026-12-25', 'Christmas Day'),
  ],
  source: '2026 Employee Benefits Guide, p. 6; IFPTE 21 and SEIU 1021 agreements, art. 11; as quoted by a third party',
  confirmed: false,
}

function day(date: string, name: string, doubt: string | null = null): Holiday {
  return { date: parseLocalDate(date), name, doubt }
}

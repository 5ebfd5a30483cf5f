// Operations on the City's calendar: closure days and years of holidays, and the deadlines that they move.
import { z } from 'zod'
import { Holiday, HolidayList } from '../domain/calendar/calendar.ts'
import { Duty } from '../domain/calendar/clock.ts'
import { RequestId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'

const Words = z.string().trim().min(1).max(500)
const ClosureId = z.int().positive()

/** A deadline that moves: its day to work to and its last day by statute, before and after; null where none can be told. */
export const MovedDate = z.strictObject({
  request: RequestId,
  duty: Duty,
  before: LocalDate.nullable(),
  after: LocalDate.nullable(),
  statutoryBefore: LocalDate.nullable(),
  statutoryAfter: LocalDate.nullable(),
})
export type MovedDate = z.infer<typeof MovedDate>

/** A closure as entered; `withdrawnAt` null while it counts. */
export const ClosureEntry = z.strictObject({
  id: ClosureId,
  date: LocalDate,
  reason: Words,
  authority: Words,
  addedAt: Instant,
  addedBy: z.string().nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawnReason: z.string().nullable(),
})
export type ClosureEntry = z.infer<typeof ClosureEntry>

/** A year of holidays; `entered` null where Muniment brought it. */
export const CalendarYear = z.strictObject({
  set: HolidayList.shape.set,
  year: HolidayList.shape.year,
  days: z.array(Holiday),
  source: z.string(),
  confirmed: z.boolean(),
  entered: Instant.nullable(),
})
export type CalendarYear = z.infer<typeof CalendarYear>

export const calendarShow = query('calendar.show', {
  summary: 'The closure days and the years of holidays by which deadlines are reckoned.',
  input: z.strictObject({}),
  output: z.strictObject({ closures: z.array(ClosureEntry), years: z.array(CalendarYear) }),
})

export const calendarEffect = query('calendar.effect', {
  summary: 'Which deadlines of open requests a closure day would move; nothing is changed.',
  input: z.strictObject({ date: LocalDate }),
  output: z.array(MovedDate),
})

export const calendarClose = command('calendar.close', {
  summary: 'Enters a day on which the City’s office was closed for the whole day; deadlines are reckoned anew.',
  input: z.strictObject({ date: LocalDate, reason: Words, authority: Words }),
  output: z.strictObject({ id: ClosureId, moved: z.array(MovedDate) }),
  errors: ['CALENDAR_REFUSED'],
})

export const calendarReopen = command('calendar.reopen', {
  summary: 'Takes a closure day back that was entered by mistake; it stays in the list as taken back.',
  input: z.strictObject({ id: ClosureId, reason: Words }),
  output: z.strictObject({ moved: z.array(MovedDate) }),
  errors: ['CALENDAR_REFUSED'],
})

export const calendarYear = command('calendar.year', {
  summary:
    'Enters the holidays of a year, the court’s or the City’s; a list entered before is kept and no longer counts.',
  input: z.strictObject({
    set: HolidayList.shape.set,
    year: HolidayList.shape.year,
    days: z.array(Holiday).min(1).max(60),
    source: Words,
  }),
  output: z.strictObject({ moved: z.array(MovedDate) }),
  errors: ['CALENDAR_REFUSED'],
})

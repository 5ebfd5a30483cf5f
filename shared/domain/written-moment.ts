// A moment as a log writes it: a day of the City, with the time of day where it is known.
import { z } from 'zod'
import { readWrittenTime } from './loose-date.ts'
import { type Instant, LocalDate, localDate } from './time.ts'

/** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, in the City's zone. */
export const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}( ([01]\d|2[0-3]):[0-5]\d)?$/, {
    error: 'takes a day as YYYY-MM-DD, with HH:MM behind it where the time is known',
  })
  .refine((text) => LocalDate.safeParse(text.slice(0, 10)).success, { error: 'is no day of the calendar' })
  .brand<'Moment'>()
export type Moment = z.infer<typeof Moment>

/** An instant as the City's clocks showed it, to the minute. */
export function momentOf(instant: Instant, zone: string): Moment {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Moment.parse(`${localDate(instant, zone)} ${clock.format(instant)}`)
}

/** The day of a moment. */
export function dayOfMoment(moment: Moment): LocalDate {
  return LocalDate.parse(moment.slice(0, 10))
}

/** Whether the time of day is known. */
export function hasTime(moment: Moment): boolean {
  return moment.length > 10
}

/** Reads a moment as people and portals write it; null where no day can be told without guessing. */
export function readMoment(text: string, zone: string): Moment | null {
  const read = readWrittenTime(text, zone)
  if (read === null) return null
  return Moment.safeParse(read.at === null ? read.on : `${read.on} ${read.at}`).data ?? null
}

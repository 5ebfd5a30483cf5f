// What options and arguments may be, with words for what they may not.
import { z } from 'zod'
import { LocalDate } from '../../../shared/domain/time.ts'

/** A day written `YYYY-MM-DD`. */
export const Day = z.string().pipe(LocalDate)

/** A whole number from 1. */
export const Number1 = z
  .string()
  .regex(/^[1-9][0-9]{0,15}$/, { error: 'takes a whole number from 1' })
  .transform(Number)

/** The id of a record as `records` prints it. */
export const RecordNumber = z
  .string()
  .regex(/^-?[0-9]{1,16}$/, { error: 'takes the number of a record, as “records” prints it' })
  .transform(Number)

/** A text that may be left out. */
export const Text = z.string().trim().default('')

/** A command without arguments and options of its own. */
export const Nothing = z.object({})

// Standing rules that give the days of events which retention waits for: closed, superseded, terminated, audited. A day entered by hand outranks them.
import { z } from 'zod'
import { AccountId } from '../id.ts'
import { LocalDate } from '../time.ts'
import { normalCode } from './expression.ts'

/** What a rule takes its day from. */
export const EventSource = z.discriminatedUnion('kind', [
  /** One day for all of its records, such as that on which the audit of a fiscal year was accepted. */
  z.strictObject({ kind: z.literal('day'), on: LocalDate }),
  /** The day on which the record's account was given up, by the register. */
  z.strictObject({ kind: z.literal('account-dissolved') }),
  /** The day on which the last request for which the record was found was closed; none while one of them is open. */
  z.strictObject({ kind: z.literal('request-closed') }),
])
export type EventSource = z.infer<typeof EventSource>

/**
 * `code`: the code of the legend that waits. `accounts` empty: every account. `since`, `until`: the days that its records were made on, both included; null:
 * no end. A record of which that is not known for sure is none of its records.
 */
export const EventRule = z.strictObject({
  name: z.string().trim().min(1).max(200),
  code: z.string().max(200).transform(normalCode).pipe(z.string().min(1)),
  source: EventSource,
  accounts: z.array(AccountId).max(1000).default([]),
  since: LocalDate.nullable().default(null),
  until: LocalDate.nullable().default(null),
  reason: z.string().trim().min(1).max(2000),
})
export type EventRule = z.infer<typeof EventRule>

/** A set of rules. Where several give a day for one record and code, the latest counts. */
export const EventRules = z.array(EventRule).max(200)
export type EventRules = z.infer<typeof EventRules>

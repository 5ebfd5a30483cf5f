// A file of rules that somebody signs: new versions of clocks, grounds, duties, exemptions, office hours, words of letters and fees from a day on, what ends without another in its place, and years of holidays.
import { z } from 'zod'
import { Holiday, HolidayList } from '../calendar/calendar.ts'
import { ClockRule, OfficeHours } from '../calendar/clock.ts'
import { FeeLine, feeLineKey } from '../request/fee.ts'
import { Ground } from '../request/ground.ts'
import { LetterTemplate } from '../request/letter-template.ts'
import { Exemption } from '../review/exemption.ts'
import { LocalDate } from '../time.ts'
import { Statute } from './statute.ts'

const Text = z.string().trim().min(1)
/** `replaces`: the rule whose last day is the one before `validFrom`; null: nothing. */
const version = { validFrom: LocalDate, replaces: Text.nullable() }

const NewClock = ClockRule.omit({ enabled: true, confirmed: true }).extend(version)
const NewGround = Ground.omit({ confirmed: true }).extend(version)
const NewDuty = Statute.omit({ confirmed: true }).extend(version)
const NewExemption = Exemption.omit({ confirmed: true }).extend(version)
const NewHours = OfficeHours.omit({ confirmed: true }).extend(version)
const NewLetter = LetterTemplate.omit({ confirmed: true }).extend({ validFrom: LocalDate, replaces: Text })
/** What ends the day before `validFrom` with nothing in its place: a ground that was repealed. */
const Repeal = NewDuty.extend({ replaces: Text })
/** A schedule of fees comes in place of the one in force the day before; numbers such as `fees-1` are those of schedules that a City entered. */
const NewFees = z.strictObject({
  id: Text.refine((id) => !/^fees-\d+$/.test(id), 'such an id is that of a schedule that a city entered by hand'),
  name: Text.max(200),
  validFrom: LocalDate,
  source: Text.max(500),
  lines: z
    .array(FeeLine)
    .min(1)
    .max(60)
    .refine((lines) => new Set(lines.map(feeLineKey)).size === lines.length, 'a line stands twice'),
})
export type NewFees = z.infer<typeof NewFees>
const NewYear = z.strictObject({
  set: HolidayList.shape.set,
  year: HolidayList.shape.year,
  days: z.array(Holiday).min(1).max(60),
  source: Text,
})

/**
 * What is signed, as JSON. `number` counts the files of one signer: an older one is not applied after a newer. `cities`: for whom it is
 * by their names in their vaults; null: for every city.
 */
export const RuleFile = z.strictObject({
  format: z.literal('muniment-rules'),
  formatVersion: z.literal(1),
  publisher: Text.max(200),
  number: z.int().positive(),
  issuedOn: LocalDate,
  cities: z.array(Text).min(1).nullable(),
  clocks: z.array(NewClock).max(200).default([]),
  grounds: z.array(NewGround).max(200).default([]),
  duties: z.array(NewDuty).max(200).default([]),
  exemptions: z.array(NewExemption).max(200).default([]),
  hours: z.array(NewHours).max(20).default([]),
  letters: z.array(NewLetter).max(100).default([]),
  fees: z.array(NewFees).max(20).default([]),
  repeals: z.array(Repeal).max(200).default([]),
  holidays: z.array(NewYear).max(50).default([]),
})
export type RuleFile = z.infer<typeof RuleFile>

/** The file: the exact words that are signed (JSON of a `RuleFile`), the signer's public key in hexadecimal, the signature (Ed25519, RFC 8032) in base 64. */
export const SignedRuleFile = z.strictObject({
  format: z.literal('muniment-signed-rules'),
  formatVersion: z.literal(1),
  rules: z.string().min(2).max(1_000_000),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.base64(),
})
export type SignedRuleFile = z.infer<typeof SignedRuleFile>

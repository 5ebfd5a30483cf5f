// The list of log-ins that the Communications Team keeps (AI 599, III, “Administration of Social Media Sites”).
import { z } from 'zod'
import { addPeriod } from '../calendar/day.ts'
import { AccountId, PersonId } from '../id.ts'
import { Instant, type LocalDate, localDate, type Zone } from '../time.ts'

/** A log-in. It is met in memory and in sealed files alone: never in a vault, a job or a log. */
export const Login = z.strictObject({
  user: z.string().trim().min(1).max(500),
  password: z.string().min(1).max(2000),
  /** Recovery codes, answers, where the second factor lies. */
  more: z.string().max(5000).default(''),
})
export type Login = z.infer<typeof Login>

/** What is sealed: the log-in with the account that it is of, so that no entry can be put in the place of another. */
export const SealedContent = z.strictObject({ vault: z.string(), account: AccountId, login: Login })
export type SealedContent = z.infer<typeof SealedContent>

/** The public key of an officer (age-encryption.org/v1, X25519). */
export const Recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, { error: 'is no public key of the form age1…' })
export type Recipient = z.infer<typeof Recipient>

/** A log-in sealed to the officers: an armored file of age, which other programs open, too. */
export const SealedLogin = z.string().startsWith('-----BEGIN AGE ENCRYPTED FILE-----').max(40_000)
export type SealedLogin = z.infer<typeof SealedLogin>

const LoginEntry = z.strictObject({
  account: AccountId,
  platform: z.string(),
  handle: z.string(),
  changedAt: Instant,
  sealed: SealedLogin,
})

/** The file outside the vault. It survives the loss of the vault and of the computer: with an officer's key it is opened by any program for age. */
export const LoginFile = z.strictObject({
  format: z.literal('muniment-logins'),
  version: z.literal(1),
  vault: z.string(),
  city: z.string(),
  entries: z.array(LoginEntry).max(5000),
})
export type LoginFile = z.infer<typeof LoginFile>

const Words = z.string().trim().max(300).default('')

/** Who answers for a log-in. */
export const LoginDuty = z.strictObject({
  owner: Words,
  recovery: Words,
  secondFactor: Words,
  rotateMonths: z.int().min(1).max(60).nullable().default(null),
})
export type LoginDuty = z.infer<typeof LoginDuty>

export const LoginOfficer = z.strictObject({
  person: PersonId,
  name: z.string(),
  recipient: Recipient,
  namedAt: Instant,
})
export type LoginOfficer = z.infer<typeof LoginOfficer>

/** On which day a password is to be changed. @param changedAt null: no log-in was ever handed in; @returns null where nothing is due */
export function rotationDue(changedAt: Instant | null, months: number | null, zone: Zone): LocalDate | null {
  if (changedAt === null || months === null) return null
  return addPeriod(localDate(changedAt, zone), { amount: months, unit: 'months' })
}

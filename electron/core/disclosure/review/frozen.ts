// What a production keeps of the decision on a record: what its packet leaves out, by which ground, and who decided.
import { z } from 'zod'
import { Digest } from '../../../../shared/domain/id.ts'
import { Exemption } from '../../../../shared/domain/review/exemption.ts'
import { KeyedRedaction } from '../../../../shared/domain/review/redact-record.ts'
import { ReviewOutcome } from '../../../../shared/domain/review/review.ts'
import { Instant } from '../../../../shared/domain/time.ts'

/** Who decided or signed, as the register named that person then. */
export const NamedPerson = z.strictObject({ name: z.string(), title: z.string() })
export type NamedPerson = z.infer<typeof NamedPerson>

/** What the log says of one ground on one record. */
export const LogEntry = z.strictObject({
  key: z.int().positive(),
  describes: z.string(),
  /** How often it was applied; a record withheld whole has one. */
  places: z.int().positive(),
})
export type LogEntry = z.infer<typeof LogEntry>

/** A file that is released in place of another one: pages of a document, a recording made anew, a picture without what its file says. */
export const FrozenFile = z.strictObject({
  of: Digest,
  digest: Digest,
  size: z.int().positive(),
  mime: z.string(),
  /** What its name ends with, such as `-pages.pdf`. */
  ending: z.string(),
})
export type FrozenFile = z.infer<typeof FrozenFile>

export const FrozenDecision = z.strictObject({
  outcome: ReviewOutcome.extract(['release', 'redact', 'withhold']),
  redactions: z.array(KeyedRedaction),
  files: z.array(FrozenFile).default([]),
  log: z.array(LogEntry),
  by: NamedPerson.nullable(),
  at: Instant,
})
export type FrozenDecision = z.infer<typeof FrozenDecision>

/** A ground as the packet prints it. */
export const PrintedGround = z.strictObject({
  key: z.int().positive(),
  citation: z.string(),
  formerly: z.string().nullable(),
  covers: z.string(),
  basis: Exemption.shape.basis,
  law: z.string(),
  harm: z.string(),
  confirmed: z.boolean(),
  /** Who answered that the City's ordinance does not require its release (OMC 2.20.220). */
  ordinance: z.string().optional(),
})
export type PrintedGround = z.infer<typeof PrintedGround>

/** The review of a production: its grounds, how many records it left how, and who answers for what is kept back. */
export const FrozenReview = z.strictObject({
  decisions: Digest,
  grounds: z.array(PrintedGround),
  released: z.int().nonnegative(),
  redacted: z.int().nonnegative(),
  withheld: z.int().nonnegative(),
  notResponsive: z.int().nonnegative(),
  /** `key`: fingerprint of the registered key that signed; null: by name. */
  signed: z.strictObject({ by: NamedPerson, at: Instant, key: Digest.nullable().default(null) }).nullable(),
})
export type FrozenReview = z.infer<typeof FrozenReview>

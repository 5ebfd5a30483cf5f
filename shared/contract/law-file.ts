// Operations on rules that come by signed files: whom the attorney trusts to sign them, what a file would change, and its application.
import { z } from 'zod'
import { Digest } from '../domain/id.ts'
import { RuleFile } from '../domain/law/rule-file.ts'
import { Instant } from '../domain/time.ts'
import { CalendarYear, MovedDate } from './calendar.ts'
import { command, query } from './define.ts'
import { KeyId, Passphrase } from './key.ts'
import { LawEntry } from './law.ts'

const Words = z.string().trim().min(1).max(500)
/** The bytes of a file in base 64. */
const FileBytes = z.base64().max(2_000_000)

/** Somebody whose signature under a rule file counts. `fingerprint`: SHA-256 of the public key. */
export const RuleSigner = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  fingerprint: Digest,
  trustedAt: Instant,
  trustedBy: z.string(),
  endedAt: Instant.nullable(),
  endedReason: z.string().nullable(),
})
export type RuleSigner = z.infer<typeof RuleSigner>

/** A file that was applied. */
const AppliedFile = z.strictObject({
  publisher: z.string(),
  number: z.int().positive(),
  signer: z.string(),
  rules: z.int().nonnegative(),
  appliedAt: Instant,
  appliedBy: z.string(),
})

export const lawSigners = query('law.signers', {
  summary: 'Whose signatures under rule files count, and the files that were applied, the newest first.',
  input: z.strictObject({}),
  output: z.strictObject({ signers: z.array(RuleSigner), applied: z.array(AppliedFile) }),
})

/** `publicKey`: PEM (SubjectPublicKeyInfo) as OpenSSL writes it, or its 32 bytes in hexadecimal. */
export const lawTrust = command('law.trust', {
  summary: 'The attorney registers the public key of somebody whose rule files may be applied.',
  input: z.strictObject({ name: Words, publicKey: z.string().min(1).max(2000) }),
  output: RuleSigner.pick({ id: true, fingerprint: true }),
  errors: ['ATTORNEY_REQUIRED', 'KEY_REFUSED'],
})

export const lawDistrust = command('law.distrust', {
  summary: 'The attorney says that files of a signer are applied no more; what was applied stays.',
  input: z.strictObject({ signer: RuleSigner.shape.id, reason: Words }),
  output: z.strictObject({}),
  errors: ['ATTORNEY_REQUIRED', 'INPUT_INVALID'],
})

/**
 * What a rule file would change. `replaced`: the rule that ends the day before; null where the rule stands beside the others.
 * `confirmedWith`: whoever applies the file confirms the rule by that; the others wait until they are confirmed one by one.
 */
const Preview = z.strictObject({
  publisher: z.string(),
  number: z.int().positive(),
  issuedOn: RuleFile.shape.issuedOn,
  signer: z.string(),
  digest: Digest,
  rules: z.array(z.strictObject({ entry: LawEntry, replaced: LawEntry.nullable(), confirmedWith: z.boolean() })),
  years: z.array(
    CalendarYear.pick({ set: true, year: true, days: true, source: true }).extend({ replaces: z.boolean() }),
  ),
  moved: z.array(MovedDate),
})
export type RulePreview = z.infer<typeof Preview>

export const lawReadFile = query('law.read-file', {
  summary: 'Checks a signed rule file and tells what it would change; nothing is changed.',
  input: z.strictObject({ file: FileBytes }),
  output: Preview,
  errors: ['KEY_REFUSED', 'INPUT_INVALID'],
})

export const lawApply = command('law.apply', {
  summary:
    'The attorney applies a signed rule file: its dates and duties are confirmed with it, each in force from its own day, and deadlines reckoned anew; its exemptions, office hours, words of letters, fees and repeals arrive unconfirmed.',
  input: z.strictObject({ file: FileBytes, statement: z.string().trim().min(1).max(1000) }),
  output: z.strictObject({
    rules: z.int().nonnegative(),
    unconfirmed: z.int().nonnegative(),
    years: z.int().nonnegative(),
    moved: z.array(MovedDate),
  }),
  errors: ['ATTORNEY_REQUIRED', 'KEY_REFUSED', 'INPUT_INVALID'],
})

export const lawSeal = query('law.seal', {
  summary:
    'Signs rules as a file for other vaults with a key that lies sealed in this one; nothing is recorded by that.',
  input: z.strictObject({ rules: z.string().min(2).max(1_000_000), key: KeyId, passphrase: Passphrase }),
  output: z.strictObject({ file: z.string() }),
  errors: ['KEY_REFUSED', 'INPUT_INVALID'],
})

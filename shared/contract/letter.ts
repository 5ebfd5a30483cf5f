// Operations on letters: drafted, signed, sent.
import { z } from 'zod'
import { Digest, GrantId, PersonId, RequestId } from '../domain/id.ts'
import { Letter, LetterDraft, LetterTranslation, LetterWords, Sending } from '../domain/request/letter.ts'
import { Instant } from '../domain/time.ts'
import { command, job, query } from './define.ts'
import { KeyId, Passphrase } from './key.ts'

const LetterId = z.int().positive()
const errors = ['INPUT_INVALID', 'REQUEST_UNKNOWN', 'REQUEST_REFUSED'] as const

export const letterList = query('letter.list', {
  summary: 'The letters on a request, with how each stands.',
  input: z.strictObject({ request: RequestId }),
  output: z.array(Letter),
  errors: ['REQUEST_UNKNOWN'],
})

/** What can be chosen in a letter of a request: grounds in force on the day of its receipt, exemptions, how sure each is. */
const Choice = z.strictObject({
  id: z.string(),
  title: z.string(),
  citation: z.string(),
  text: z.string(),
  sure: z.boolean(),
})

export const letterShow = query('letter.show', {
  summary: 'A letter word for word, as signed or as a person would sign it now, with what it still lacks.',
  input: z.strictObject({ id: LetterId, signer: PersonId.nullable() }),
  output: z.strictObject({
    request: RequestId,
    letter: Letter,
    words: LetterWords,
    translations: z.array(LetterTranslation),
    /** Translations to begin from, where the words of its kind are translated; none is the letter's before somebody has reviewed it. */
    proposals: z.array(LetterTranslation.pick({ language: true, text: true })),
    /** For the portal's message box. */
    text: z.string(),
    /** What must be settled before it can be signed, in sentences. */
    lacks: z.array(z.string()),
    /** What is doubtful and stops nothing, in sentences. */
    doubts: z.array(z.string()),
    grounds: z.array(Choice),
    exemptions: z.array(Choice),
  }),
  errors,
})

export const letterDraft = command('letter.draft', {
  summary: 'Begins a letter on a request, or saves its draft; refused where somebody else saved it since `seen`.',
  input: z.strictObject({
    request: RequestId,
    id: LetterId.nullable(),
    draft: LetterDraft,
    /** When the draft was saved last that this one goes on from; null where that does not matter. */
    seen: Instant.nullable().default(null),
  }),
  output: z.strictObject({ id: LetterId, savedAt: Instant }),
  errors,
})

export const letterSign = command('letter.sign', {
  summary:
    'Signs a letter as the person who acts, by a key or by name: its words are settled from then on. Refused while it lacks something.',
  input: z.strictObject({
    id: LetterId,
    /** Of a key of whoever acts, over the words of `letter.statement`; null: signed by name alone. */
    signature: z.base64().max(100).nullable().default(null),
  }),
  output: z.strictObject({ digest: Digest, key: KeyId.nullable() }),
  errors: [...errors, 'ACTOR_REQUIRED', 'KEY_REFUSED'],
})

/** `at`: the instant of the signature, whose day the letter bears; the caller has the clock. */
const Signing = { id: LetterId, signer: PersonId, at: Instant }

export const letterStatement = query('letter.statement', {
  summary: 'The exact words that a key kept elsewhere signs under a letter, as that person would sign it on that day.',
  input: z.strictObject(Signing),
  output: z.strictObject({ statement: z.string(), digest: Digest }),
  errors,
})

/** The passphrase opens the key for this one signature and is kept nowhere. */
export const letterSignByKey = query('letter.sign-by-key', {
  summary: 'Signs the words of a letter with a key that lies sealed in the vault; nothing is recorded by that.',
  input: z.strictObject({ ...Signing, key: KeyId, passphrase: Passphrase }),
  output: z.strictObject({ signature: z.base64() }),
  errors: [...errors, 'KEY_REFUSED'],
})

export const letterVerify = query('letter.verify', {
  summary:
    'Checks that the words of a signed letter are those that were signed, and the signature of a key under them.',
  input: z.strictObject({ id: LetterId }),
  output: z.strictObject({
    digest: Digest,
    /** Whether its words have that digest still. */
    unchanged: z.boolean(),
    signer: z.string().nullable(),
    key: Letter.shape.key,
    /** Whether the signature is of that key and over these words; null: no key signed it. */
    holds: z.boolean().nullable(),
  }),
  errors,
})

export const letterSent = command('letter.sent', {
  summary: 'Enters when, how, by whom and with what proof a signed letter went out. Only this meets a deadline.',
  input: z.strictObject({ id: LetterId, sending: Sending }),
  output: z.strictObject({}),
  errors: [...errors, 'ACTOR_REQUIRED'],
})

export const letterDiscard = command('letter.discard', {
  summary: 'Puts a letter aside that was not sent; it stays known.',
  input: z.strictObject({ id: LetterId, reason: z.string().trim().min(1).max(500) }),
  output: z.strictObject({}),
  errors,
})

export const Letterhead = z.strictObject({ lines: z.array(z.string().trim().min(1).max(200)).max(6) })
export type Letterhead = z.infer<typeof Letterhead>

export const letterHead = query('letter.head', {
  summary: 'What stands below the City’s name on letters.',
  input: z.strictObject({}),
  output: Letterhead,
})

export const letterSetHead = command('letter.set-head', {
  summary: 'Settles what stands below the City’s name on letters that are signed from then on.',
  input: Letterhead,
  output: z.strictObject({}),
})

export const letterPrint = job('letter.print', {
  summary: 'Writes a letter as a tagged PDF; one that is not signed says so on it.',
  input: z.strictObject({ id: LetterId, to: GrantId }),
  output: z.strictObject({ pages: z.int().positive(), digest: Digest }),
  errors: ['INPUT_INVALID', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})

export const letterTranslate = command('letter.translate', {
  summary: 'Attaches a translation of a signed letter that is not sent yet; a named person has reviewed it.',
  input: z.strictObject({ id: LetterId, translation: LetterTranslation }),
  output: z.strictObject({}),
  errors,
})

export const letterDocx = job('letter.docx', {
  summary: 'Writes a letter as DOCX, with its translations; one that is not signed says so in it.',
  input: z.strictObject({ id: LetterId, to: GrantId }),
  output: z.strictObject({ size: z.int().positive(), digest: Digest }),
  errors: ['INPUT_INVALID', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})

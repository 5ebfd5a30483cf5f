// Letters on a request: a draft is signed word for word, and only what was sent meets a deadline.
import { z } from 'zod'
import { Digest, PersonId, ProductionId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

export const LetterKind = z.enum([
  'acknowledgement',
  'extension',
  'determination',
  'idr-advice',
  'idr-determination',
  'instalment',
  'assistance',
  'none',
  'denial',
  'fees',
  'recall',
  'closure',
])
export type LetterKind = z.infer<typeof LetterKind>

/** A person responsible for a denial (Gov. Code 7922.540(b)). */
const Responsible = z.strictObject({ name: z.string().trim().max(200), title: z.string().trim().max(200) })

/**
 * What a clerk settles of a letter; a kind uses some of it. `day`: when a determination is expected, or records will be available.
 * `complete`: with this instalment everything that is disclosed has been provided. `capacity`: in which the signer extends time.
 */
export const LetterDraft = z.strictObject({
  kind: LetterKind,
  to: z.string().max(1000),
  grounds: z.array(z.string()).max(6),
  facts: z.string().max(8000),
  day: LocalDate.nullable(),
  time: z.string().trim().max(100),
  outcome: z.enum(['disclose', 'in-part', 'deny']).nullable(),
  exemptions: z.array(z.string()).max(30),
  reasons: z.string().max(8000),
  responsible: z.array(Responsible).max(10),
  parts: z.array(z.int().positive()).max(50),
  complete: z.boolean(),
  capacity: z.enum(['head', 'designee']).nullable(),
  remarks: z.string().max(8000),
  /** The production that it hands out, or that it recalls. */
  production: ProductionId.nullable().default(null),
  /** Which statement of fees it is about. */
  fee: z.int().positive().nullable().default(null),
})
export type LetterDraft = z.infer<typeof LetterDraft>

/** A letter word for word: its date, whom it goes to, and its parts in order. */
export const LetterWords = z.strictObject({
  head: z.array(z.string()),
  date: LocalDate,
  to: z.array(z.string()),
  subject: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
      z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
    ]),
  ),
  signature: z.array(z.string()),
})
export type LetterWords = z.infer<typeof LetterWords>

/** How a letter went out; `proof`: what shows that it did, such as a receipt or the portal's entry. */
export const Sending = z.strictObject({
  on: LocalDate,
  time: z.iso.time({ precision: -1 }).nullable(),
  how: z.enum(['portal', 'email', 'letter', 'counter']),
  proof: z.string().trim().min(1).max(1000),
})
export type Sending = z.infer<typeof Sending>

/** Languages in which the City gives letters besides English. */
export const LetterLanguage = z.enum(['es', 'zh', 'vi'])
export type LetterLanguage = z.infer<typeof LetterLanguage>

/** A translation of the signed English words; it goes along only because a named person reviewed it. */
export const LetterTranslation = z.strictObject({
  language: LetterLanguage,
  text: z.string().trim().min(1).max(40_000),
  reviewedBy: z.string().trim().min(1).max(200),
  reviewerTitle: z.string().trim().min(1).max(200),
  reviewedOn: LocalDate,
})
export type LetterTranslation = z.infer<typeof LetterTranslation>

export const LetterState = z.enum(['draft', 'signed', 'sent', 'discarded'])
export type LetterState = z.infer<typeof LetterState>

/** A letter in the file of its request; people are named. */
export const Letter = z.strictObject({
  id: z.int().positive(),
  kind: LetterKind,
  state: LetterState,
  draft: LetterDraft,
  savedAt: Instant,
  savedBy: z.string().nullable(),
  digest: Digest.nullable(),
  signedAt: Instant.nullable(),
  signedBy: PersonId.nullable(),
  signer: z.string().nullable(),
  /** The key that signed its words; null: signed by name, or not yet. `fingerprint`: SHA-256 of its public half. */
  key: z.strictObject({ id: z.int().positive(), fingerprint: Digest }).nullable(),
  sent: Sending.nullable(),
  sentBy: z.string().nullable(),
  sentEnteredAt: Instant.nullable(),
})
export type Letter = z.infer<typeof Letter>

/** The words that a key signs under a letter: the digest binds them to all that it says, its date and who signs it. */
export function letterStatement(letter: {
  readonly city: string
  readonly request: string
  readonly id: number
  readonly digest: Digest
}): string {
  return [
    'I sign a letter on a public records request.',
    `City: ${JSON.stringify(letter.city)}`,
    `Request: ${JSON.stringify(letter.request)}`,
    `Letter: ${letter.id}`,
    `SHA-256 of its words: ${letter.digest}`,
    '',
  ].join('\n')
}

/** What stands under a letter that a key signed; null where none did. */
export function keyWords({ id, key, digest, signer }: Pick<Letter, 'id' | 'key' | 'digest' | 'signer'>): string | null {
  if (key === null || digest === null) return null
  return `Signed with a key: ${signer ?? 'The signer'} signed the words of this letter, whose SHA-256 is ${digest}, with the key that is registered with the City under the fingerprint ${key.fingerprint}. The City can show that the signature fits: muniment letter verify ${id}.`
}

/**
 * The same where the letter is shown without whom it goes to, as in a packet that may be published: without the digest, from which a name or
 * an address that was left out could be guessed.
 */
export function publicKeyWords({ id, key, signer }: Pick<Letter, 'id' | 'key' | 'signer'>): string | null {
  if (key === null) return null
  return `Signed with a key: ${signer ?? 'The signer'} signed the words of this letter, with those of whom it goes to, which are left out here, with the key that is registered with the City under the fingerprint ${key.fingerprint}. The City can show that the signature fits: muniment letter verify ${id}.`
}

/** An empty draft of a kind. */
export function emptyLetter(kind: LetterKind, to: string): LetterDraft {
  return {
    ...{ kind, to, grounds: [], facts: '', day: null, time: '', outcome: null, exemptions: [], reasons: '' },
    ...{ responsible: [], parts: [], complete: false, capacity: null, remarks: '', production: null, fee: null },
  }
}

const LANGUAGES: Readonly<Record<LetterLanguage, string>> = { es: 'Spanish', zh: 'Chinese', vi: 'Vietnamese' }

/** What stands over a translation: who reviewed it, and that the English letter is the one that was signed. */
export function translationHead({ language, reviewedBy, reviewerTitle }: LetterTranslation, on: string): string {
  return `${LANGUAGES[language]} translation of this letter, reviewed by ${reviewedBy}, ${reviewerTitle}, on ${on}. The English letter is the one that was signed.`
}

/** What a letter says, without whom it goes to and who signs it, as plain text. */
export function bodyText({ subject, blocks }: Pick<LetterWords, 'subject' | 'blocks'>): string {
  const told = blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.items.map((item) => `- ${item}`).join('\n'),
  )
  return [subject, ...told].filter((part) => part !== '').join('\n\n')
}

/** A letter with its translations as plain text, for the portal's message box. */
export function letterText(
  { date, to, subject, blocks, signature }: LetterWords,
  readable: (day: LocalDate) => string,
  translations: readonly LetterTranslation[] = [],
): string {
  const parts = [
    readable(date),
    to.join('\n'),
    bodyText({ subject, blocks }),
    signature.join('\n'),
    ...translations.flatMap((one) => ['* * *', translationHead(one, readable(one.reviewedOn)), one.text]),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

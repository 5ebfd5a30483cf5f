// The frozen document of a production: everything that its packet is built from, besides the records themselves.
import { z } from 'zod'
import { AccessionId, AccountId, Digest, RequestId } from '../../../shared/domain/id.ts'
import { Person } from '../../../shared/domain/people/person.ts'
import { LetterKind, LetterWords } from '../../../shared/domain/request/letter.ts'
import { Instant, LocalDate, Zone } from '../../../shared/domain/time.ts'
import { FrozenReview } from './review/frozen.ts'

/** An account as it stood in the register, and as its exports name it. */
export const FrozenAccount = z.strictObject({
  id: AccountId,
  platform: z.string(),
  handle: z.string(),
  name: z.string(),
  department: z.string(),
  /** The numbers under which its own posts and messages may name it. */
  ownIds: z.array(z.string()),
})
export type FrozenAccount = z.infer<typeof FrozenAccount>

/** An export that was searched, with its root over what was read from it. */
export const SearchedExport = z.strictObject({
  accession: AccessionId,
  account: AccountId,
  receivedAt: Instant,
  generatedAt: Instant.nullable(),
  records: z.int().nonnegative(),
  root: Digest.nullable(),
  packages: z.array(z.strictObject({ name: z.string(), size: z.int().nonnegative(), digest: Digest })),
})
export type SearchedExport = z.infer<typeof SearchedExport>

/** A picture of a kind that no PDF can hold, and the JPEG made of it when the production was frozen; null: none could be made. */
export const Rendition = z.strictObject({ of: Digest, made: Digest.nullable() })
export type Rendition = z.infer<typeof Rendition>

/**
 * How a later production stands to the packets of its request that stand: their numbers, how many of their records are told as
 * before and not repeated, and which records of this one (by position) replace which of theirs.
 */
export const Delta = z.strictObject({
  productions: z.array(z.int().positive()),
  unchanged: z.int().nonnegative(),
  replaced: z.array(
    z.strictObject({
      position: z.int().nonnegative(),
      label: z.string(),
      production: z.int().positive(),
      wasWithheld: z.boolean(),
    }),
  ),
})
export type Delta = z.infer<typeof Delta>

/** A letter as the packet shows it: whom it goes to stays out, for a packet may be published. `proof`: what stands under it where a key signed it. */
export const FrozenLetter = z.strictObject({
  kind: LetterKind,
  ...LetterWords.omit({ to: true }).shape,
  proof: z.string().nullable().default(null),
})
export type FrozenLetter = z.infer<typeof FrozenLetter>

/** A rule that something is kept back on, by the digest of its text as it read then, and whether the attorney had confirmed that text. */
export const FrozenRule = z.strictObject({
  id: z.string(),
  citation: z.string(),
  digest: Digest,
  confirmed: z.boolean(),
})
export type FrozenRule = z.infer<typeof FrozenRule>

/**
 * `review` is null where nobody decided anything: the packet says then that it was not reviewed. `commitments`: whether the packet
 * holds commitments.json. What came to the format later has a default, so that older productions can be built again.
 */
export const PacketDocument = z.strictObject({
  format: z.literal(1),
  muniment: z.string(),
  vault: z.strictObject({ id: z.string(), city: z.string(), zone: Zone }),
  preparedBy: Person.nullable(),
  request: z.strictObject({
    id: RequestId,
    receivedOn: LocalDate,
    text: z.string(),
    accounts: z.array(AccountId),
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    search: z.string(),
  }),
  query: z.string(),
  accounts: z.array(FrozenAccount),
  exports: z.array(SearchedExport),
  /** What was not searched, or words cannot search, in sentences. */
  notSearched: z.array(z.string()),
  /** What the platforms never put into an export, in sentences. */
  neverExported: z.array(z.string()),
  counts: z.strictObject({
    records: z.int().nonnegative(),
    byKind: z.record(z.string(), z.int().nonnegative()),
    media: z.int().nonnegative(),
    undated: z.int().nonnegative(),
  }),
  renditions: z.array(Rendition),
  review: FrozenReview.nullable().default(null),
  /** Whether each record has pages of its own, and a load file for programs of lawyers comes with them. */
  concordance: z.boolean().default(false),
  /** Whether a person answered what no program can check of the PDFs: only then do they claim PDF/A-2a and PDF/UA-1. */
  claims: z.boolean().default(false),
  /** Whether everything is in it that answers, whatever was handed out before. */
  whole: z.boolean().default(false),
  /** Whether only what was decided by then is in it, and how many records that answer were not decided. */
  instalment: z.boolean().default(false),
  pending: z.int().nonnegative().default(0),
  /** Null in the first production of a request, and in one that is whole. */
  delta: Delta.nullable().default(null),
  letter: FrozenLetter.nullable().default(null),
  rules: z.array(FrozenRule).default([]),
  commitments: z.boolean().default(false),
  /** Of a draft: how many records that answer are not in it, because nobody has decided on them. Null in what is to be released. */
  draft: z.strictObject({ undecided: z.int().nonnegative() }).nullable().default(null),
})
export type PacketDocument = z.infer<typeof PacketDocument>

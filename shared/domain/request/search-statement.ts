// The search statement of a request: what was searched, where and for what, what it found, and what words cannot search.
import { z } from 'zod'
import { AccessionId, AccountId, Digest, RecordId, RequestId } from '../id.ts'
import { Declaration } from '../intake/produced.ts'
import { Instant, LocalDate } from '../time.ts'
import { Family, SearchDraft } from './request-search.ts'

/**
 * A line that must be answered before the City may say that it has no responsive records. `account`: how far its newest export
 * reaches; `import`: one that is not complete, or does not come out even; `media`, `files`: what words cannot search; `locked`:
 * records that answer and are locked; `declaration`: a personal account; `part`: another system.
 */
const LineKind = z.enum(['account', 'import', 'media', 'files', 'locked', 'declaration', 'part'])

/** `settled`: its own facts answer it. `query`: the search that lists what it counts. */
export const StatementLine = z.strictObject({
  key: z.string().min(1).max(80),
  kind: LineKind,
  facts: z.string(),
  settled: z.boolean(),
  answer: z.strictObject({ words: z.string(), by: z.string().nullable(), at: Instant }).nullable(),
  account: AccountId.nullable(),
  accession: AccessionId.nullable(),
  query: z.string().nullable(),
})
export type StatementLine = z.infer<typeof StatementLine>

/** Whether nothing more need be done about a line. */
export function isLineAnswered({ settled, answer }: Pick<StatementLine, 'settled' | 'answer'>): boolean {
  return settled || answer !== null
}

/** What a statement was drawn up from: where it is the same, a new statement would say the same. */
export const SearchMarks = z.strictObject({
  wording: z.int().nonnegative(),
  picks: z.int().nonnegative(),
  answers: z.int().nonnegative(),
  decisions: z.int().nonnegative(),
  locks: z.int().nonnegative(),
  parts: z.int().nonnegative(),
  declarations: z.int().nonnegative(),
  accessions: z.array(AccessionId),
})
export type SearchMarks = z.infer<typeof SearchMarks>

const ByHand = z.strictObject({ record: RecordId, reason: z.string(), by: z.string().nullable() })

/** What is known of a search: its words, as a query, and how many records it finds by itself. */
const SearchSaid = z.strictObject({
  draft: SearchDraft,
  words: z.string(),
  query: z.string(),
  found: z.int().nonnegative(),
})

/** An export or capture that was searched. */
const Searched = z.strictObject({
  accession: AccessionId,
  account: AccountId,
  handle: z.string(),
  receivedOn: LocalDate,
  generatedOn: LocalDate.nullable(),
  records: z.int().nonnegative(),
})

/**
 * The statement. `responsive`: records that answer, after what was left out by hand; `notResponsive`: how many of them the review
 * found not to. `hitList` is SHA-256 of the list of records and versions found (`search.hits` writes it).
 */
export const SearchStatement = z.strictObject({
  format: z.literal(1),
  muniment: z.string(),
  request: RequestId,
  city: z.string(),
  marks: SearchMarks,
  searches: z.array(SearchSaid),
  families: z.array(Family),
  added: z.array(ByHand),
  removed: z.array(ByHand),
  responsive: z.int().nonnegative(),
  notResponsive: z.int().nonnegative(),
  undated: z.int().nonnegative(),
  duplicates: z.strictObject({ groups: z.int().nonnegative(), records: z.int().nonnegative() }),
  hitList: Digest,
  exports: z.array(Searched),
  lines: z.array(StatementLine),
  neverExported: z.array(z.string()),
})
export type SearchStatement = z.infer<typeof SearchStatement>

/** A statement that was stored; what is in force is the newest. */
export const StoredStatement = z.strictObject({
  version: z.int().positive(),
  digest: Digest,
  storedAt: Instant,
  storedBy: z.string().nullable(),
  statement: SearchStatement,
})
export type StoredStatement = z.infer<typeof StoredStatement>

const Line = z.string().trim().min(1).max(300)

/**
 * Somebody who was asked to search personal accounts for the City's business (City of San Jose v. Superior Court (2017) 2 Cal.5th
 * 608). `declaration` is null until it came; `instead`: what was done where none will come.
 */
export const PersonalSearch = z.strictObject({
  person: Line,
  title: z.string().trim().max(300),
  accounts: z.string().trim().min(1).max(1000),
  askedOn: LocalDate,
  declaration: Declaration.nullable(),
  instead: z.string().trim().max(2000),
})
export type PersonalSearch = z.infer<typeof PersonalSearch>

/** A personal search in the file of its request, numbered from 1. */
export const FiledPersonalSearch = PersonalSearch.safeExtend({ number: z.int().positive(), changedAt: Instant })
export type FiledPersonalSearch = z.infer<typeof FiledPersonalSearch>

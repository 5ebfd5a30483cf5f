// What the lists of open requests and of claims say, entry by entry, and how each entry stands to what the vault knows.
import { z } from 'zod'
import { Digest, HoldId, RequestId } from '../id.ts'
import { Instant, LocalDate } from '../time.ts'

/** The portal's list of open requests; the attorney's list of claims, audits, subpoenas and decrees. */
export const ListKind = z.enum(['open-requests', 'claims'])
export type ListKind = z.infer<typeof ListKind>

/**
 * How an entry stands. `held`: it is an open request here, or a claim under a standing hold; `closed-since`: the request was closed here on the list's
 * day or later; `closed-here`: it was closed here before, though the list says that it is open; `unknown`: no request here has this number;
 * `no-hold`: no standing hold names this claim.
 */
export const ListedStanding = z.enum(['held', 'closed-since', 'closed-here', 'unknown', 'no-hold'])
export type ListedStanding = z.infer<typeof ListedStanding>

/**
 * What two persons said of an entry that the vault does not know: it concerns nothing that is kept here, or, of a claim, that a hold
 * covers it (`hold`). It counts for as long as a list does, `until` a day.
 */
export const ListedAnswer = z.strictObject({
  id: z.int().positive(),
  hold: HoldId.nullable(),
  reason: z.string(),
  by: z.string(),
  second: z.string(),
  at: Instant,
  until: LocalDate,
})
export type ListedAnswer = z.infer<typeof ListedAnswer>

/**
 * An entry. `key` names it, and is another where it reads otherwise; `words`: what the list says that it is about; `here`: the request or
 * hold that it is. `open`: nobody has answered for it, so that nothing is approved or destroyed.
 */
export const ListedRow = z.strictObject({
  kind: ListKind,
  key: Digest,
  number: z.string(),
  words: z.string(),
  standing: ListedStanding,
  here: z.string(),
  answer: ListedAnswer.nullable(),
  open: z.boolean(),
})
export type ListedRow = z.infer<typeof ListedRow>

/**
 * Both lists compared with the vault. `rows`: every entry but open requests that are open here, those that are open to be answered first; `held`: how many those are;
 * `closedInList`: entries that the list itself calls closed; `notListed`: requests open here, received by the list's day, that it lacks.
 */
export const ListedComparison = z.strictObject({
  rows: z.array(ListedRow),
  held: z.int().nonnegative(),
  closedInList: z.int().nonnegative(),
  notListed: z.array(RequestId),
})
export type ListedComparison = z.infer<typeof ListedComparison>

/** An entry that somebody answered for, as a certificate says it: without the words of the list. */
const AnsweredEntry = ListedAnswer.omit({ until: true }).extend({
  kind: ListKind,
  number: z.string(),
  standing: ListedStanding,
})

/** What a certificate says of the lists: how many entries were under a request or hold, and which were answered for. */
export const ListedFacts = z.strictObject({ held: z.int().nonnegative(), answered: z.array(AnsweredEntry) })
export type ListedFacts = z.infer<typeof ListedFacts>

/** What a destruction is begun upon, of a comparison in which nothing is open. */
export function listedFacts({ rows, held }: ListedComparison): ListedFacts {
  return {
    held: held + rows.filter(({ standing }) => standing === 'held').length,
    answered: rows.flatMap(({ kind, standing, answer, ...row }) => {
      if (answer === null) return []
      const { until: _until, ...said } = answer
      return [{ ...said, kind, standing, number: entryName(row) }]
    }),
  }
}

/** An entry of a list, before it is compared. */
export interface ListedEntry {
  readonly kind: ListKind
  readonly number: string
  readonly words: string
  /** Of a claim: what the list calls it, column by column. */
  readonly names: readonly string[]
  /** The list itself says that it is closed. */
  readonly closed: boolean
}

/** An entry as a list of words in a sentence: its number, or what it is about where it has none. */
export function entryName({ number, words }: Pick<ListedEntry, 'number' | 'words'>): string {
  return number === '' ? `“${words}”` : number
}

/** How an entry stands, in words. */
export const listedStandingWords: Readonly<Record<ListedStanding, string>> = {
  held: 'held here',
  'closed-since': 'closed here since',
  'closed-here': 'closed here before the list',
  unknown: 'not known here',
  'no-hold': 'under no hold here',
}

/** What an entry of a list is called. */
export const listKindWords: Readonly<Record<ListKind, { readonly one: string; readonly list: string }>> = {
  'open-requests': { one: 'open request', list: 'list of open records requests' },
  claims: { one: 'claim', list: 'list of claims, audits and subpoenas' },
}

/** What was answered, in words. @param here the hold by name, where the answer names one */
export function answerWords({ hold }: Pick<ListedAnswer, 'hold'>, here: string): string {
  return hold === null ? 'concerns nothing kept here' : `covered by hold ${hold}${here === '' ? '' : ` (${here})`}`
}

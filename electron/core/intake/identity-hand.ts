// Settles which record an entry by hand is, and which entries by hand an export's record may be the original of.
import type { RecordKind } from '../../../shared/domain/record/record.ts'
import { essence } from '../../../shared/text/essence.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import {
  enteredNumbers,
  HAND_MADE,
  hasHandMade,
  type Neighbour,
  neighbours,
  withNumber,
} from '../vault/record/candidates.ts'
import type { RecordDraft } from './draft.ts'
import type { Settled } from './identity-settled.ts'
import { momentOf } from './kit/time.ts'

/** Of these a clerk may take one for the other, as an answer for a post: their number tells which record it is. */
const SAID: readonly RecordKind[] = [
  'post',
  'reply',
  'repost',
  'comment',
  'article',
  'page',
  'story',
  'photo',
  'video',
  'review',
]
const MOST_ALIKE = 5

export interface HandIdentity {
  /** An entry that has no number: another sighting of the one record that has its words and time; where several do, a person must say. */
  byWords(draft: RecordDraft, contentDigest: Uint8Array): Settled
  /** An entry whose number is known: the record of that number, whatever it was taken for. */
  byNumber(draft: RecordDraft, contentDigest: Uint8Array): Settled
  /** What an export's item is stored as: an item that was entered under its number is that record, as what it was entered. */
  kindOf(draft: RecordDraft): RecordKind
  /** Entries without a number that an export's item may be the original of. */
  like(draft: RecordDraft): Settled['alike']
}

/** Entries by hand among an account's records, as they are when an import begins. */
export function handIdentity(db: Driver, account: number): HandIdentity {
  const entered = enteredNumbers(db, account)
  const handMade = entered.size > 0 || hasHandMade(db, account)
  const isEntry = ({ nativeId }: Neighbour) => nativeId.startsWith(HAND_MADE) || entered.has(nativeId)
  const likeHand = (draft: RecordDraft) =>
    sameWords(db, account, draft)
      .filter((one) => isEntry(one) && one.nativeId !== draft.nativeId)
      .map(({ id }) => ({ record: id, reason: 'An entry made by hand has the same words at about the same time.' }))

  return {
    byWords: (draft, contentDigest) => {
      const found = sameWords(db, account, draft).filter(({ nativeId }) => !nativeId.startsWith(HAND_MADE))
      const [one] = found
      if (one !== undefined && found.length === 1) return seenAgain(draft, one, contentDigest)
      const reason = 'The same words at about the same time; the entry was made by hand.'
      const alike = found.map(({ id }) => ({ record: id, reason }))
      return { kind: draft.kind, nativeId: draft.nativeId, contentDigest, alike }
    },
    byNumber: (draft, contentDigest) => {
      const found = withNumber(db, account, draft.nativeId, SAID.includes(draft.kind) ? SAID : [draft.kind])
      const own = found.find(({ kind }) => kind === draft.kind) ?? (found.length === 1 ? found[0] : undefined)
      if (own !== undefined) return seenAgain(draft, own, contentDigest)
      // An export that gives no numbers tells its records apart by their moment: only their words say which it is.
      const [unnumbered, another] = sameWords(db, account, draft).filter(isByMoment)
      if (unnumbered !== undefined && another === undefined) return seenAgain(draft, unnumbered, contentDigest)
      const alike = handMade ? likeHand(draft) : []
      return { kind: draft.kind, nativeId: draft.nativeId, contentDigest, alike }
    },
    kindOf: ({ kind, nativeId }) => {
      if (entered.size === 0 || !SAID.includes(kind)) return kind
      const kinds = entered.get(nativeId) ?? []
      return kinds.includes(kind) ? kind : (kinds.find((one) => SAID.includes(one)) ?? kind)
    },
    like: (draft) => (handMade ? likeHand(draft) : []),
  }
}

/** The same words are another sighting; other words, or files that show it, are a version. */
function seenAgain(draft: RecordDraft, one: Neighbour, contentDigest: Uint8Array): Settled {
  const words = essence(draft.text)
  const same = draft.media.length === 0 && (words === '' || words === essence(one.text))
  const digest = same ? Buffer.from(one.digests[0] ?? '', 'hex') : contentDigest
  return { kind: one.kind, nativeId: one.nativeId, contentDigest: digest, alike: [] }
}

/** Whether a record has no number of the platform. */
function isByMoment({ nativeId, at, precision, zone }: Neighbour): boolean {
  const moment = momentOf({ at, atSource: null, precision, sourceZone: zone })
  const key = nativeId.replace(/~\d+$/, '')
  return !nativeId.startsWith(HAND_MADE) && (key === moment || key.endsWith(` @ ${moment}`))
}

/** Records of the same kind and words that are as near in time as the less exact of the two can tell. */
function sameWords(db: Driver, account: number, draft: RecordDraft): Neighbour[] {
  const { at, kind, precision } = draft
  const words = essence(draft.text)
  if (at === null || words === '') return []
  const reach = Math.max(NEAR[precision] ?? 0, 36 * HOUR)
  return neighbours(db, account, [kind], at, null, reach)
    .filter((one) => {
      const slack = Math.max(NEAR[one.precision] ?? 0, NEAR[precision] ?? 0)
      const [from, to] = [Math.min(one.at, at), Math.max(one.at, at)]
      return to - from <= slack && essence(one.text) === words
    })
    .slice(0, MOST_ALIKE)
}

const HOUR = 3600_000
/** How far apart two tellings of one moment may be, by the less exact. */
const NEAR: Readonly<Record<string, number>> = {
  millisecond: 1000,
  second: 1000,
  minute: 60_000,
  day: 24 * HOUR,
  month: 31 * 24 * HOUR,
  year: 366 * 24 * HOUR,
}

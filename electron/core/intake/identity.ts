// Settles which record an item is where the platform gives no id (design §4): by its key, content breaking ties; by its words where the zone is unknown.
import type { Driver } from '../vault/catalog/driver.ts'
import { candidatesByKey, hasZoneless, type Neighbour, neighbours, ordinalOf } from '../vault/record/candidates.ts'
import type { RecordDraft } from './draft.ts'
import { digestInForms } from './identity-forms.ts'
import { essence, handIdentity } from './identity-hand.ts'
import type { Settled } from './identity-settled.ts'

export interface Identities {
  settle(draft: RecordDraft, contentDigest: Uint8Array): Settled
  /** A new file is begun: the same item in another file is the same record, twice in one file it is two. */
  beginFile(): void
  /** Everything settled before the last call of this is in the vault now. */
  committed(): void
}

interface Given {
  readonly nativeId: string
  readonly digest: string
}

const QUARTER = 15 * 60_000
const MOST_ALIKE = 5

/** @param accession the one being received: what it has seen already is no earlier state of something else */
export function identities(db: Driver, account: number, accession: number): Identities {
  const zoneless = hasZoneless(db, account)
  const hand = handIdentity(db, account)
  let inFile = new Set<string>()
  let pending = new Map<string, Given[]>()
  let flying = new Map<string, Given[]>()
  /** The zone that the last twin was found in, as ms from UTC: a whole export has one, or two in summer. */
  let offset: number | null = null

  const give = (
    draft: RecordDraft,
    key: string,
    nativeId: string,
    contentDigest: Uint8Array,
    alike: Settled['alike'] = [],
  ) => {
    inFile.add(`${draft.kind} ${nativeId}`)
    const list = pending.get(`${draft.kind} ${key}`) ?? []
    list.push({ nativeId, digest: Buffer.from(contentDigest).toString('hex') })
    pending.set(`${draft.kind} ${key}`, list)
    return { kind: draft.kind, nativeId, contentDigest, alike }
  }

  const byKey = (draft: RecordDraft, contentDigest: Uint8Array): Settled | null => {
    const key = draft.nativeId
    const digest = Buffer.from(contentDigest).toString('hex')
    const free = (nativeId: string) => !inFile.has(`${draft.kind} ${nativeId}`)
    const here = [...(flying.get(`${draft.kind} ${key}`) ?? []), ...(pending.get(`${draft.kind} ${key}`) ?? [])]
    const known = candidatesByKey(db, account, draft.kind, key)
    const same =
      known.find((one) => one.digests.includes(digest) && free(one.nativeId)) ??
      here.find((one) => one.digest === digest && free(one.nativeId))
    if (same !== undefined) return give(draft, key, same.nativeId, contentDigest)
    const taken = new Set(here.map(({ nativeId }) => nativeId))
    const earlier = known.find((one) => one.seen < accession && !taken.has(one.nativeId))
    if (earlier !== undefined) return give(draft, key, earlier.nativeId, contentDigest)
    if (known.length === 0 && here.length === 0) return null
    const last = Math.max(...[...known, ...here].map(({ nativeId }) => ordinalOf(nativeId, key)))
    return give(draft, key, `${key}~${last + 1}`, contentDigest)
  }

  const twins = (draft: RecordDraft, wantZoneless: boolean): Neighbour[] => {
    const { at, kind, conversation } = draft
    if (at === null) return []
    const words = essence(draft.text)
    return neighbours(db, account, kind, at, wantZoneless).filter(
      (one) =>
        !inFile.has(`${kind} ${one.nativeId}`) &&
        sameInSomeZone(one, draft) &&
        (conversation === null || one.conversation === null || conversation === one.conversation) &&
        (words === '' ? one.media > 0 === draft.media.length > 0 : true) &&
        essence(one.text) === words,
    )
  }

  return {
    settle: (draft, contentDigest) => {
      if ((draft.identity ?? 'id') === 'id') {
        const kind = hand.kindOf(draft)
        const digest = digestInForms(db, account, draft, contentDigest)
        return { kind, nativeId: draft.nativeId, contentDigest: digest, alike: hand.like(draft) }
      }
      if (draft.identity === 'hand-id') return hand.byNumber(draft, contentDigest)
      if (draft.identity === 'hand') return byKey(draft, contentDigest) ?? hand.byWords(draft, contentDigest)
      const known = byKey(draft, contentDigest)
      if (known !== null) return known
      const local = draft.identity === 'local'
      const found = local || zoneless ? twins(draft, !local) : []
      const [first] = found
      const one = found.length === 1 ? first : found.find((twin) => offset !== null && shift(twin, draft) === offset)
      if (one !== undefined) {
        offset = shift(one, draft)
        // The same words in another form are another sighting, not another version; a fuller form is a version.
        const digest = local ? Buffer.from(one.digests[0] ?? '', 'hex') : contentDigest
        return give(draft, draft.nativeId, one.nativeId, digest)
      }
      const alike = found.slice(0, MOST_ALIKE).map(({ id }) => ({
        record: id,
        reason: 'The same words at the same moment in some time zone; the export gives neither a number nor the zone.',
      }))
      return give(draft, draft.nativeId, draft.nativeId, contentDigest, [...alike, ...hand.like(draft)])
    },
    beginFile: () => {
      inFile = new Set()
    },
    committed: () => {
      flying = pending
      pending = new Map()
    },
  }
}

function shift(one: Neighbour, draft: RecordDraft): number {
  return Math.round(((draft.at ?? 0) - one.at) / QUARTER) * QUARTER
}

/** Zones differ by quarters of an hour: two readings of one moment agree in all that is less, as far as both are exact. */
function sameInSomeZone(one: Neighbour, draft: RecordDraft): boolean {
  const step = one.precision === 'minute' || draft.precision === 'minute' ? 60_000 : 1000
  if (one.precision === 'day' || draft.precision === 'day') return false
  const rest = (at: number) => Math.floor((((at % QUARTER) + QUARTER) % QUARTER) / step)
  return rest(one.at) === rest(draft.at ?? 0)
}

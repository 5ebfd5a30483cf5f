// Settles which record an item is where the platform gives no id (design §4): by its key, content breaking ties; by its words where the zone is unknown.
import type { Driver } from '../vault/catalog/driver.ts'
import { hasNumber, hasZoneless, ordinalOf } from '../vault/record/candidates.ts'
import { candidatesByKey, hasRetold, retold, retoldThen } from '../vault/record/candidates-by-key.ts'
import { removedContent } from '../vault/record/removed.ts'
import type { RecordDraft } from './draft.ts'
import { CROWD, type Crowd, crowdOf } from './identity-crowd.ts'
import { digestInForms } from './identity-forms.ts'
import { handIdentity } from './identity-hand.ts'
import type { Given, Settled } from './identity-settled.ts'
import { formTwin, kindsLike, shift, zoneTwins } from './identity-twins.ts'

export interface Identities {
  settle(draft: RecordDraft, contentDigest: Uint8Array): Settled
  /** Whether an item is compared with others than those of its own number, so that all before it must be in the vault. */
  looksBack(draft: RecordDraft): boolean
  /** A new file is begun: the same item in another file is the same record, twice in one file it is two. */
  beginFile(): void
  /** Everything settled before the last call of this is in the vault now. */
  committed(): void
}

const MOST_ALIKE = 5

/**
 * @param accession the one being received: what it has seen already is no earlier state of something else
 * @param crowdFrom from so many records of one key on they are kept in memory: below, the vault is asked for each item
 */
export function identities(db: Driver, account: number, accession: number, crowdFrom = CROWD): Identities {
  const zoneless = hasZoneless(db, account)
  const hand = handIdentity(db, account)
  let inFile = new Set<string>()
  let pending = new Map<string, Given[]>()
  let flying = new Map<string, Given[]>()
  let file = 0
  const crowds = new Map<string, Crowd>()
  /** The zone that the last twin was found in, as ms from UTC: a whole export has one, or two in summer. */
  let offset: number | null = null
  const candidates = candidatesByKey(db, account)
  const anyRetold = hasRetold(db, account)
  const removed = removedContent(db, account)

  const give = (
    draft: RecordDraft,
    key: string,
    nativeId: string,
    contentDigest: Uint8Array,
    alike: Settled['alike'] = [],
    kind = draft.kind,
  ) => {
    inFile.add(`${kind} ${nativeId}`)
    const list = pending.get(`${draft.kind} ${key}`) ?? []
    list.push({ nativeId, digest: Buffer.from(contentDigest).toString('hex') })
    pending.set(`${draft.kind} ${key}`, list)
    return { kind, nativeId, contentDigest, alike }
  }

  const free = (kind: string) => (one: { readonly nativeId: string }) => !inFile.has(`${kind} ${one.nativeId}`)

  const byKey = (draft: RecordDraft, contentDigest: Uint8Array): Settled | null => {
    const key = draft.nativeId
    const digest = Buffer.from(contentDigest).toString('hex')
    const isFree = free(draft.kind)
    const place = `${draft.kind} ${key}`
    const crowd = crowds.get(place)
    if (crowd !== undefined) return give(draft, key, crowd.take(file, digest, isFree), contentDigest)
    const here = [...(flying.get(place) ?? []), ...(pending.get(place) ?? [])]
    const known = candidates(draft)
    if (known.length + here.length >= crowdFrom) {
      const gathered = crowdOf(key, known, here, accession)
      crowds.set(place, gathered)
      return give(draft, key, gathered.take(file, digest, isFree), contentDigest)
    }
    const same =
      known.find((one) => one.digests.includes(digest) && isFree(one)) ??
      here.find((one) => one.digest === digest && isFree(one))
    if (same !== undefined) return give(draft, key, same.nativeId, contentDigest)
    const taken = new Set(here.map(({ nativeId }) => nativeId))
    const earlier = known.find((one) => one.seen < accession && !taken.has(one.nativeId))
    if (earlier !== undefined) return give(draft, key, earlier.nativeId, contentDigest)
    if (known.length === 0 && here.length === 0) return null
    const last = Math.max(...[...known, ...here].map(({ nativeId }) => ordinalOf(nativeId, key)))
    return give(draft, key, `${key}~${last + 1}`, contentDigest)
  }

  /** The same in another form is another sighting, not another version; a fuller form is a version. */
  const inAnotherForm = (draft: RecordDraft, contentDigest: Uint8Array): Settled | null => {
    const twin = formTwin(db, account, draft, free(draft.kind))
    if (twin === undefined) return null
    const same = draft.twin === 'moment' || twin.media === draft.media.length
    const digest = same ? Buffer.from(twin.digest, 'hex') : contentDigest
    return give(draft, draft.nativeId, twin.nativeId, digest)
  }

  const inSomeZone = (draft: RecordDraft, contentDigest: Uint8Array) => {
    const local = draft.identity === 'local'
    if (!local && !zoneless) return { settled: null, alike: [] }
    const { one, all } = zoneTwins(db, account, draft, offset, (twin) => free(twin.kind)(twin))
    if (one === undefined) {
      const reason =
        'The same words at the same moment in some time zone; the export gives neither a number nor the zone.'
      return { settled: null, alike: all.slice(0, MOST_ALIKE).map(({ id }) => ({ record: id, reason })) }
    }
    if (one.zone !== 'unknown' || !local) offset = shift(one, draft)
    const digest = local ? Buffer.from(one.digests[0] ?? '', 'hex') : contentDigest
    return { settled: give(draft, draft.nativeId, one.nativeId, digest, [], one.kind), alike: [] }
  }

  /** An edited item is known by its moment, as any key is: that of the record was made of the time told before. */
  const underFormerTime = (draft: RecordDraft, contentDigest: Uint8Array): Settled | null => {
    const { identity, stem } = draft
    if (!anyRetold || identity !== 'key' || stem == null) return null
    const one = retoldThen(db, account, [draft.kind], draft).find(
      (found) => free(found.kind)(found) && found.seen < accession && isOfStem(found.nativeId, stem),
    )
    return one === undefined ? null : give(draft, draft.nativeId, one.nativeId, contentDigest)
  }

  const byZone = (draft: RecordDraft, contentDigest: Uint8Array): Settled => {
    const { settled, alike } = inSomeZone(draft, contentDigest)
    const found = settled ?? underFormerTime(draft, contentDigest)
    return found ?? give(draft, draft.nativeId, draft.nativeId, contentDigest, [...alike, ...hand.like(draft)])
  }

  /** What has a number now may be here from a form that gives none. */
  const byNumber = (draft: RecordDraft, contentDigest: Uint8Array): Settled => {
    const isOther = zoneless || anyRetold || Boolean(draft.twin)
    const isNew = isOther && !hasNumber(db, account, draft.kind, draft.nativeId)
    const unnumbered = isNew ? withoutNumber(draft, contentDigest) : null
    if (unnumbered !== null) return unnumbered
    const then = isNew && anyRetold ? retoldThen(db, account, kindsLike(draft.kind), draft) : []
    const edited = then.filter((one) => free(one.kind)(one)).slice(0, MOST_ALIKE)
    const reason = 'It has the same moment, but no number of the platform, and says something else.'
    const digest = digestInForms(db, account, draft, contentDigest)
    return {
      kind: hand.kindOf(draft),
      nativeId: draft.nativeId,
      contentDigest: digest,
      alike: [...edited.map(({ id }) => ({ record: id, reason })), ...hand.like(draft)],
    }
  }

  /** What was first seen in a form without zone has the key of that form. */
  const underFormerKey = (draft: RecordDraft, contentDigest: Uint8Array): Settled | null => {
    if (!anyRetold) return null
    const digest = Buffer.from(contentDigest).toString('hex')
    const one = retold(db, account, kindsLike(draft.kind), draft, digest).find((found) => free(found.kind)(found))
    return one === undefined ? null : give(draft, draft.nativeId, one.nativeId, contentDigest, [], one.kind)
  }

  const withoutNumber = (draft: RecordDraft, contentDigest: Uint8Array): Settled | null =>
    underFormerKey(draft, contentDigest) ??
    inAnotherForm(draft, contentDigest) ??
    inSomeZone(draft, contentDigest).settled

  return {
    settle: (draft, contentDigest) => {
      if ((draft.identity ?? 'id') === 'id') return byNumber(draft, contentDigest)
      if (draft.identity === 'hand-id') return hand.byNumber(draft, contentDigest)
      // What was removed stands for no other record of its key.
      if (removed?.(draft, contentDigest) === true)
        return { kind: draft.kind, nativeId: draft.nativeId, contentDigest, alike: [] }
      if (draft.identity === 'hand') return byKey(draft, contentDigest) ?? hand.byWords(draft, contentDigest)
      return (
        byKey(draft, contentDigest) ??
        underFormerKey(draft, contentDigest) ??
        inAnotherForm(draft, contentDigest) ??
        byZone(draft, contentDigest)
      )
    },
    looksBack: ({ identity, twin, form }) =>
      zoneless || anyRetold || Boolean(twin) || form !== undefined || (identity ?? 'id') !== 'id',
    beginFile: () => {
      inFile = new Set()
      file += 1
    },
    committed: () => {
      flying = pending
      pending = new Map()
    },
  }
}

/** Whether a key is made of a stem and a moment. */
function isOfStem(nativeId: string, stem: string): boolean {
  return nativeId.startsWith(stem) && /^\d{4}-\d\d-\d\dT[\d:.]+Z?(?:~\d+)?$/.test(nativeId.slice(stem.length))
}

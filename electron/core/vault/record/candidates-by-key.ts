// Which records of the vault have an item's key: as keys are now, or as vaults before held them, with the source's own writing of the moment.
import type { Driver } from '../catalog/driver.ts'
import {
  type AtInstant,
  atInstant,
  type Candidate,
  type CandidateRow,
  candidate,
  DIGESTS,
  ordinalOf,
} from './candidates.ts'

/** What an item is known again by. */
export interface Keyed {
  readonly kind: string
  readonly nativeId: string
  readonly at: number | null
  readonly atSource: string | null
  readonly conversation: string | null
  /** What stands in the key before the moment; null where it is no such key. */
  readonly stem?: string | null
}

const OF_KEY = 'account_id = ? AND kind = ? AND (native_id = ? OR (native_id > ? AND native_id < ?))'

/** What was merged is found by its own key still. */
const BY_KEY = `SELECT id, native_id AS nativeId, last_accession_id AS seen, ${DIGESTS} FROM record WHERE ${OF_KEY}
  UNION ALL
  SELECT record.id, merged.native_id, last_accession_id, ${DIGESTS}
  FROM (SELECT kept_id, native_id FROM record_merge WHERE ${OF_KEY} AND split_at IS NULL) AS merged
    JOIN record ON record.id = kept_id`

/** Looks records up by key. */
export type CandidatesByKey = (item: Keyed, contentDigest: string) => Candidate[]

/** Keys end in a moment in one writing; until 2026 they ended in the source's, and times told better since left their key behind. */
const FORMER = `SELECT 1 FROM record WHERE account_id = ? AND at IS NOT NULL AND at_source IS NOT NULL AND precision <> 'day'
    AND (native_id = at_source OR instr(native_id, ' @ ' || at_source) > 0) AND at_source NOT GLOB '????-??-??T??:??:??*Z'
  UNION ALL SELECT 1 FROM record_merge WHERE account_id = ?
  UNION ALL SELECT 1 FROM time_retold JOIN record ON record.id = record_id WHERE account_id = ? LIMIT 1`

/** For an account whose keys are all of today's form, no other is looked for. */
export function candidatesByKey(db: Driver, account: number): CandidatesByKey {
  let former: boolean | null = null
  const withKey = (kind: string, key: string) => {
    const wanted = [account, kind, key, `${key}~`, `${key}~:`]
    return db.all<CandidateRow>(BY_KEY, ...wanted, ...wanted).map(candidate)
  }
  return (item, contentDigest) => {
    const { kind, nativeId: key, stem, at, atSource } = item
    const byRank = (one: Candidate, other: Candidate) => ordinalOf(one.nativeId, key) - ordinalOf(other.nativeId, key)
    const found = withKey(kind, key).sort(byRank)
    if (stem == null || at === null) return found
    former ??= db.get(FORMER, account, account, account) !== undefined
    if (!former) return found
    const before = stem + (atSource ?? 'undated')
    const others = [
      ...(before === key ? [] : withKey(kind, before)),
      ...atInstant(db, account, kind, at).filter(
        (one) => hasFormerKey(one, stem) || isRetold(one, item, contentDigest),
      ),
    ]
    const ids = new Set(found.map(({ nativeId }) => nativeId))
    return [...found, ...others.filter(({ nativeId }) => !ids.has(nativeId) && ids.add(nativeId))]
  }
}

/** Whether a record has the key with the source's writing of the moment. */
function hasFormerKey({ nativeId, atSource }: AtInstant, stem: string): boolean {
  const key = stem + atSource
  return atSource !== null && (nativeId === key || nativeId.startsWith(`${key}~`))
}

/** Whether a record, whose key is of a time told before, is this very item. */
function isRetold(one: AtInstant, { conversation }: Keyed, contentDigest: string): boolean {
  return one.conversation === conversation && one.digests.includes(contentDigest)
}

// Which records of the vault have an item's key: as keys are now, or as vaults before held them, with the source's own writing of the moment.
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
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
  /** What stands in the key before the moment; null where it is no such key. */
  readonly stem?: string | null
}

const OF_KEY = 'account_id = ? AND kind = ? AND (native_id = ? OR (native_id > ? AND native_id < ?))'

/** What was merged is found by its own key still. */
const BY_KEY = `SELECT id, native_id AS nativeId, last_accession_id AS seen, ${DIGESTS} FROM record WHERE ${OF_KEY}
  UNION ALL
  SELECT record.id, merged.native_id, last_accession_id, ${DIGESTS}
  FROM (SELECT kept_id, native_id FROM record_merge WHERE ${OF_KEY} AND split_at IS NULL AND moved_accession_id IS NULL) AS merged
    JOIN record ON record.id = kept_id`

/** Looks records up by key. */
export type CandidatesByKey = (item: Keyed) => Candidate[]

/** Keys end in a moment in one writing; until November 2026 they ended in the source's. */
const FORMER = `SELECT 1 FROM record WHERE account_id = ? AND at IS NOT NULL AND at_source IS NOT NULL
    AND (native_id = at_source OR instr(native_id, ' @ ' || at_source) > 0)
    AND at_source NOT GLOB '????-??-??' AND at_source NOT GLOB '????-??-??T??:??:??Z'
    AND (at_source NOT GLOB '????-??-??T??:??:??.???Z' OR at_source GLOB '*.000Z')
  UNION ALL SELECT 1 FROM record_merge WHERE account_id = ? LIMIT 1`

/** For an account whose keys are all of today's form, no other is looked for. */
export function candidatesByKey(db: Driver, account: number): CandidatesByKey {
  let former: boolean | null = null
  const withKey = (kind: string, key: string) => {
    const wanted = [account, kind, key, `${key}~`, `${key}~:`]
    return db.all<CandidateRow>(BY_KEY, ...wanted, ...wanted).map(candidate)
  }
  return ({ kind, nativeId: key, stem, at, atSource }) => {
    const byRank = (one: Candidate, other: Candidate) => ordinalOf(one.nativeId, key) - ordinalOf(other.nativeId, key)
    const found = withKey(kind, key).sort(byRank)
    if (stem == null || at === null) return found
    former ??= db.get(FORMER, account, account) !== undefined
    if (!former) return found
    const before = stem + (atSource ?? 'undated')
    const others = [
      ...(before === key ? [] : withKey(kind, before)),
      ...atInstant(db, account, kind, at).filter((one) => hasFormerKey(one, stem)),
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

/** Whether times of an account's records were told better later, or read otherwise by a newer parser: their keys are of the time before. */
export function hasRetold(db: Driver, account: number): boolean {
  const sql = `SELECT 1 WHERE EXISTS (SELECT 1 FROM time_retold JOIN record ON record.id = record_id WHERE account_id = ?)
    OR EXISTS (SELECT 1 FROM reading JOIN accession ON accession.id = accession_id WHERE account_id = ? AND changed > 0)`
  return db.get(sql, account, account) !== undefined
}

/** Records of the item's moment whose zone was told later, so that their keys are of the time before. */
export function retoldThen(
  db: Driver,
  account: number,
  kinds: readonly RecordKind[],
  { at, conversation }: { readonly at: number | null; readonly conversation: string | null },
): AtInstant[] {
  if (at === null) return []
  return kinds
    .flatMap((kind) => atInstant(db, account, kind, at))
    .filter((one) => one.conversation === conversation && db.get(RETOLD, one.id) !== undefined)
}

const RETOLD = "SELECT 1 FROM time_retold WHERE record_id = ? AND source_zone = 'unknown' LIMIT 1"

/** Records that are this very item, under the key of a time told before. */
export function retold(
  db: Driver,
  account: number,
  kinds: readonly RecordKind[],
  { at, conversation }: { readonly at: number | null; readonly conversation: string | null },
  contentDigest: string,
): AtInstant[] {
  if (at === null) return []
  return kinds
    .flatMap((kind) => atInstant(db, account, kind, at))
    .filter((one) => one.conversation === conversation && one.digests.includes(contentDigest))
}

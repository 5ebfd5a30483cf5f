// What was removed under an order is not taken in again: known by a keyed digest of its identity, which tells nobody what it was.
import { essence } from '../../../../shared/text/essence.ts'
import { fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../catalog/driver.ts'
import { hexOf } from '../hex.ts'
import { type Keyed, keyed } from '../keyed.ts'
import { saveSetting, setting } from '../repository/setting.ts'
import type { StoredObservation } from './item.ts'
import { leafOf } from './merkle.ts'

interface Identity {
  readonly kind: string
  readonly nativeId: string
}

/**
 * What an item is known again by: its identity, or its words at the same moment in some zone, also in another form of the export. `numbered`:
 * the platform gave the identity, so that it is the same in every account; else it was settled by time, and its words must be the same, too.
 */
type Known = Identity & {
  readonly formerId?: string | null
  readonly folded: string
  readonly at: number | null
  /** How exactly its time is known; exactly, if left out. */
  readonly precision?: string
  readonly numbered: boolean
  /** Left out where it is not one version that is meant. */
  readonly contentDigest?: Uint8Array
}

/** Whether an item of an account was removed from it, or from another account of the platform; null for a vault without removals. */
export function removedFrom(db: Driver, account: number): ((item: Known) => boolean) | null {
  const key = removalKey(db)
  if (key === null) return null
  const platform = platformOf(db, account)
  const has = (...parts: readonly unknown[]) => isRemembered(db, underKey(key, ...parts))
  const hasWords = (folded: string, at: number, precision: string) => {
    const words = essence(folded)
    // Removals before November 2026 ended hold the folded words, spaces and all.
    const then = [...new Set([words, folded])].some((one) => has('words then', account, one, minuteOf(at)))
    if (then || has('words', account, folded, minuteOfQuarter(at)) || has('words on', account, words, dayOf(at)))
      return true
    const days = ROUGH_DAYS[precision]
    return days !== undefined && daysAround(at, days).some((day) => has('words near', account, words, day))
  }
  return ({ kind, nativeId, formerId = null, folded, at, precision = 'second', numbered, contentDigest }) =>
    has('identity', account, kind, nativeId) ||
    (formerId !== null && has('identity', account, kind, formerId)) ||
    (contentDigest !== undefined && has('content', account, kind, nativeId, hexOf(contentDigest))) ||
    has(...(numbered ? ['number', platform, kind, nativeId] : ['item', platform, kind, nativeId, folded])) ||
    (folded !== '' && at !== null && hasWords(folded, at, precision))
}

/** Whether an identity was removed by order; null for a vault without removals. */
export function removedByOrder(db: Driver): ((account: number, identity: Identity) => boolean) | null {
  const key = removalKey(db)
  if (key === null) return null
  return (account, { kind, nativeId }) => {
    const digest = underKey(key, 'identity', account, kind, nativeId)
    return db.get('SELECT 1 FROM removed_identity WHERE digest = unhex(?)', digest) !== undefined
  }
}

/** Whether this very content was removed from an account under a key that others may have, too; null for a vault without removals. */
export function removedContent(
  db: Driver,
  account: number,
): ((identity: Identity, contentDigest: Uint8Array) => boolean) | null {
  const key = removalKey(db)
  if (key === null) return null
  return ({ kind, nativeId }, contentDigest) => {
    return isRemembered(db, underKey(key, 'content', account, kind, nativeId, hexOf(contentDigest)))
  }
}

/** What was removed by order, or destroyed under a plan and not readmitted since. */
function isRemembered(db: Driver, digest: string): boolean {
  const sql = `SELECT 1 FROM removed_identity WHERE digest = unhex(?) UNION ALL SELECT 1 FROM destroyed_identity WHERE digest = unhex(?)
    AND destruction_id NOT IN (SELECT destruction_id FROM destruction_readmission)`
  return db.get(sql, digest, digest) !== undefined
}

function platformOf(db: Driver, account: number): string {
  return db.get<{ platform: string }>('SELECT platform FROM account WHERE id = ?', account)?.platform ?? ''
}

/** What of a record is remembered, none of it readable. */
export interface RemovedRecord {
  readonly account: number
  readonly record: number
  readonly identities: readonly Identity[]
  /** Digests of its media that no other record has. */
  readonly objects: readonly Uint8Array[]
}

/** Remembers one record as removed by order. @param fresh 32 random bytes, the key of the vault's first removal */
export function rememberRemoved(db: Driver, removed: RemovedRecord, fresh: Uint8Array): void {
  rememberAll(db, [removed], fresh, null)
}

/**
 * Remembers records as removed.
 * @param fresh 32 random bytes, the key of the vault's first removal
 * @param destruction under which they are destroyed; null where they are removed by order
 */
export function rememberAll(
  db: Driver,
  removed: readonly RemovedRecord[],
  fresh: Uint8Array,
  destruction: number | null,
): void {
  const known = setting(db, 'removal_key')
  const secret = known ?? Buffer.from(fresh).toString('hex')
  if (known === null) saveSetting(db, 'removal_key', secret)
  const key = keyOf(secret)
  const platforms = new Map<number, string>()
  const platformFor = (account: number) => {
    const name = platforms.get(account) ?? platformOf(db, account)
    platforms.set(account, name)
    return name
  }
  const kept: string[] = []
  const keep = (...parts: readonly unknown[]) => void kept.push(underKey(key, ...parts))
  const remember = ({ account, record, identities, objects }: RemovedRecord) => {
    const platform = platformFor(account)
    for (const object of objects) keep('bytes', hexOf(object))
    // Imports name a separated version by the identity of the record that it came of.
    const separated = db.all<Identity>(
      'SELECT kind, native_id AS nativeId FROM record_separation WHERE record_id = ? AND joined_at IS NULL',
      record,
    )
    const versions = db.all<{ digest: Uint8Array; text: string }>(
      'SELECT digest, text FROM version WHERE record_id = ?',
      record,
    )
    for (const { kind, nativeId } of [...identities, ...separated]) {
      const plain = nativeId.replace(/~\d+$/, '')
      for (const { digest } of versions) keep('content', account, kind, plain, hexOf(digest))
    }
    const time = db.get<{ at: number | null; precision: string; zone: string | null }>(
      'SELECT at, precision, source_zone AS zone FROM record WHERE id = ?',
      record,
    )
    const words = [...new Set(versions.map(({ text }) => fold(text)))]
    for (const { kind, nativeId } of identities) {
      keep('identity', account, kind, nativeId)
      keep('number', platform, kind, nativeId)
      for (const folded of words) keep('item', platform, kind, nativeId, folded)
    }
    if (time === undefined || time.at === null) return
    const { at, precision } = time
    const rough = ROUGH_DAYS[precision]
    // An order is about single records; of the thousands of a plan those whose time is told with its zone are told so again.
    const zones = destruction !== null && time.zone !== null && time.zone !== 'unknown' ? 0 : ZONES
    for (const one of new Set(words.map(essence).filter((each) => each !== ''))) {
      for (let shift = -zones; shift <= zones; shift += QUARTER) keep('words then', account, one, minuteOf(at) + shift)
      for (const day of daysAround(at, 1)) keep('words near', account, one, day)
      // Whatever an export says of the time then, it is that record.
      if (rough !== undefined) for (const day of daysAround(at, rough)) keep('words on', account, one, day)
    }
  }
  for (const one of removed) remember(one)
  // In order: what is side by side in the catalog is written once.
  const sorted = JSON.stringify(kept.sort())
  if (destruction === null) db.run(`INSERT INTO removed_identity ${DIGESTS} ON CONFLICT DO NOTHING`, sorted)
  else {
    // What was taken in again and is destroyed once more comes back by no decision on the first time.
    const last = 'ON CONFLICT DO UPDATE SET destruction_id = excluded.destruction_id'
    db.run(`INSERT INTO destroyed_identity ${DIGESTS_UNDER} ${last}`, destruction, sorted)
  }
}

const DIGESTS = 'SELECT unhex(value) FROM json_each(?) WHERE true'
const DIGESTS_UNDER = 'SELECT unhex(value), ? FROM json_each(?) WHERE true'

/** By how many days a time may be off that a person knew roughly. */
const ROUGH_DAYS: Readonly<Record<string, number>> = { day: 1, month: 31, year: 366 }

function daysAround(at: number, days: number): number[] {
  return Array.from({ length: 2 * days + 1 }, (_, place) => dayOf(at) - days + place)
}

function dayOf(at: number): number {
  return Math.floor(at / 86_400_000)
}

/** Minutes between two readings of one time in different zones: at most from −12 to +14 hours, in quarters. */
const ZONES = 15 * 60
const QUARTER = 15

function minuteOf(at: number): number {
  return Math.floor(at / 60_000)
}

/** How removals were remembered before: without the day. Zones differ by whole quarters of an hour. */
function minuteOfQuarter(at: number): number {
  return minuteOf(at) % QUARTER
}

/** Media of an accession whose bytes were removed with a record, and that no record names now. */
export function mediaRemoved(
  db: Driver,
  accession: number,
): { readonly members: number[]; readonly objects: Uint8Array[] } {
  const key = removalKey(db)
  if (key === null) return { members: [], objects: [] }
  const rows = db
    .all<{ id: number; digest: Uint8Array }>(
      `SELECT member.id, member.digest FROM member JOIN package ON package.id = package_id
       WHERE accession_id = ? AND member.digest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM media WHERE object_digest = member.digest)`,
      accession,
    )
    .filter(({ digest }) => {
      return isRemembered(db, underKey(key, 'bytes', hexOf(digest)))
    })
  return { members: rows.map(({ id }) => id), objects: rows.map(({ digest }) => digest) }
}

/** Keeps of an item that is not taken in again nothing but its leaf, without which its accession's root could not be reckoned. */
export function observeRemoved(db: Driver, accession: number, seen: readonly StoredObservation[]): void {
  for (const { member, position, start, length, digest, salt } of seen) {
    db.run(
      'INSERT INTO observation VALUES (?, ?, ?, 0, 0, NULL, ?, ?, NULL, NULL, ?, 1) ON CONFLICT DO NOTHING',
      member,
      position,
      accession,
      start,
      length,
      leafOf(salt, digest),
    )
  }
}

/** The files of an accession that hold what was removed. */
export function membersHoldingRemoved(db: Driver, accession: number): number[] {
  return db
    .all<{ id: number }>(
      'SELECT DISTINCT member_id AS id FROM observation WHERE record_id = 0 AND again = 1 AND accession_id = ?',
      accession,
    )
    .map(({ id }) => id)
}

function removalKey(db: Driver): Keyed | null {
  const secret = setting(db, 'removal_key')
  return secret === null ? null : keyOf(secret)
}

function keyOf(secret: string): Keyed {
  return keyed(Buffer.from(secret, 'hex'))
}

function underKey(key: Keyed, ...parts: readonly unknown[]): string {
  return key(JSON.stringify(parts))
}

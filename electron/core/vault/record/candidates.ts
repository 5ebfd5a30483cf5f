// Which records of the vault an item without the platform's id could be: by its words at the same moment in some zone, or at that very moment.
import { z } from 'zod'
import { RecordKind } from '../../../../shared/domain/record/record.ts'
import { Precision } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { current } from './newest.ts'
import { firstIdOf } from './record-id.ts'

/** A record that an item may be. */
export interface Candidate {
  readonly id: number
  readonly nativeId: string
  /** Digests of its versions' content, hexadecimal. */
  readonly digests: readonly string[]
  /** The newest accession that holds it. */
  readonly seen: number
}

/** A candidate as the catalog gives it. */
export interface CandidateRow {
  readonly id: number
  readonly nativeId: string
  readonly digests: string
  readonly seen: number
}

/** Digests of all of a record’s versions. */
export const DIGESTS =
  '(SELECT json_group_array(lower(hex(digest))) FROM version WHERE record_id = record.id) AS digests'
/** The place of a record among those of its key, from 1. */
export function ordinalOf(nativeId: string, key: string): number {
  return nativeId.startsWith(`${key}~`) ? Number(nativeId.slice(key.length + 1)) || 1 : 1
}

/** A record near in time, with what it can be compared by. */
export interface Neighbour extends Candidate {
  readonly kind: RecordKind
  readonly at: number
  readonly precision: Precision
  readonly zone: string | null
  readonly author: string
  readonly conversation: string | null
  readonly media: number
  readonly text: string
  /** As JSON. */
  readonly details: string
}

type NeighbourRow = CandidateRow &
  Omit<Neighbour, 'digests' | 'kind' | 'precision'> & {
    readonly kind: string
    readonly precision: string
  }

const NEIGHBOUR = `record.id, native_id AS nativeId, last_accession_id AS seen, kind, at, precision, source_zone AS zone, author, conversation, media, text,
  details, json_array(lower(hex(digest))) AS digests`

/** Zones reach from −12 to +14 hours. */
const ZONES = 15 * 3600_000

/** How the keys of entries by hand begin. */
export const HAND_MADE = 'by hand '

/**
 * Records of these kinds whose time is near, newest version each.
 * @param zoneless whether those of unknown zone are wanted, or the others; null for all
 * @param reach ms on either side; by default what zones make of a difference
 */
export function neighbours(
  db: Driver,
  account: number,
  kinds: readonly RecordKind[],
  at: number,
  zoneless: boolean | null,
  reach = ZONES,
): Neighbour[] {
  const rows = db.all<NeighbourRow>(
    `SELECT ${NEIGHBOUR}
     FROM record JOIN version ON record_id = record.id AND number = ${current()}
     WHERE record.id >= ? AND record.id < ? AND account_id = ? AND kind IN (SELECT value FROM json_each(?)) AND (? IS NULL OR (source_zone = 'unknown') = ?)`,
    firstIdOf(at - reach),
    firstIdOf(at + reach),
    account,
    JSON.stringify(kinds),
    zoneless === null ? null : 1,
    zoneless === true ? 1 : 0,
  )
  return rows.map(neighbour)
}

/** A record of one moment. */
export interface AtInstant extends Neighbour {
  /** The moment as the source wrote it: the end of keys in vaults that held that writing. */
  readonly atSource: string | null
  /** Of the current version's content, hexadecimal. */
  readonly digest: string
}

/** Records of a kind at one moment (ms since 1970 UTC), with the digests of all their versions. */
export function atInstant(db: Driver, account: number, kind: string, at: number): AtInstant[] {
  const rows = db.all<NeighbourRow & Pick<AtInstant, 'atSource' | 'digest'>>(
    `SELECT record.id, native_id AS nativeId, last_accession_id AS seen, kind, at, at_source AS atSource, precision, source_zone AS zone,
       author, conversation, media, text, details, lower(hex(digest)) AS digest, ${DIGESTS}
     FROM record JOIN version ON record_id = record.id AND number = ${current()}
     WHERE record.id >= ? AND record.id < ? AND account_id = ? AND kind = ? AND at = ?`,
    firstIdOf(at),
    firstIdOf(at + 1000),
    account,
    kind,
    at,
  )
  return rows.map((row) => ({ ...neighbour(row), atSource: row.atSource, digest: row.digest }))
}

/** The records with a number of the platform, of any of the kinds. */
export function withNumber(db: Driver, account: number, number: string, kinds: readonly RecordKind[]): Neighbour[] {
  const rows = db.all<NeighbourRow>(
    `SELECT ${NEIGHBOUR}
     FROM record JOIN version ON record_id = record.id AND number = ${current()}
     WHERE account_id = ? AND kind IN (SELECT value FROM json_each(?)) AND native_id = ?`,
    account,
    JSON.stringify(kinds),
    number,
  )
  return rows.map(neighbour)
}

/** The newest version of the record of a platform's number, with what is shown of it; null where there is none. */
export function newestOf(
  db: Driver,
  account: number,
  kind: string,
  number: string,
): { readonly digest: Uint8Array; readonly text: string; readonly details: string } | null {
  const sql = `SELECT digest, text, details FROM record JOIN version ON record_id = record.id AND number = ${current()}
    WHERE account_id = ? AND kind = ? AND native_id = ?`
  return db.get(sql, account, kind, number) ?? null
}

/** A version with what is shown of it. */
export interface ShownVersion {
  readonly digest: Uint8Array
  readonly text: string
  /** As JSON. */
  readonly details: string
  /** Names of its pictures and files, in their order. */
  readonly media: readonly string[]
}

/** The versions of the record of a platform's number, the first first. */
export function versionsOf(db: Driver, account: number, kind: string, number: string): readonly ShownVersion[] {
  const sql = `SELECT digest, text, details, (SELECT json_group_array(name) FROM (SELECT name FROM media
      WHERE media.record_id = version.record_id AND media.number = version.number ORDER BY position)) AS names
    FROM record JOIN version ON version.record_id = record.id
    WHERE account_id = ? AND kind = ? AND native_id = ? ORDER BY version.number`
  return db
    .all<Omit<ShownVersion, 'media'> & { readonly names: string }>(sql, account, kind, number)
    .map(({ names, ...version }) => ({ ...version, media: Names.parse(JSON.parse(names)) }))
}

const Names = z.array(z.string())

/** Under which kinds numbers of the platform were entered by hand before an export held them. */
export function enteredNumbers(db: Driver, account: number): ReadonlyMap<string, readonly RecordKind[]> {
  const rows = db.all<{ native_id: string; kind: string }>(
    `SELECT native_id, kind FROM record JOIN accession ON accession.id = record.accession_id
     WHERE record.account_id = ? AND accession.platform = 'hand' AND substr(native_id, 1, ?) <> ?`,
    account,
    HAND_MADE.length,
    HAND_MADE,
  )
  const kinds = new Map<string, RecordKind[]>()
  for (const { native_id: number, kind } of rows) {
    kinds.set(number, [...(kinds.get(number) ?? []), RecordKind.parse(kind)])
  }
  return kinds
}

/** Whether an account has records whose zone is unknown. */
export function hasZoneless(db: Driver, account: number): boolean {
  return db.get("SELECT 1 FROM record WHERE account_id = ? AND source_zone = 'unknown' LIMIT 1", account) !== undefined
}

/** Whether a record has this number of the platform, also by a merge. */
export function hasNumber(db: Driver, account: number, kind: string, number: string): boolean {
  const sql = `SELECT 1 FROM record WHERE account_id = ? AND kind = ? AND native_id = ?
    UNION ALL SELECT 1 FROM record_merge WHERE account_id = ? AND kind = ? AND native_id = ? AND split_at IS NULL AND moved_accession_id IS NULL`
  return db.get(sql, account, kind, number, account, kind, number) !== undefined
}

/** Whether an account has entries by hand that no platform's number tells apart. */
export function hasHandMade(db: Driver, account: number): boolean {
  const sql = 'SELECT 1 FROM record WHERE account_id = ? AND substr(native_id, 1, ?) = ? LIMIT 1'
  return db.get(sql, account, HAND_MADE.length, HAND_MADE) !== undefined
}

function neighbour(row: NeighbourRow): Neighbour {
  return { ...row, ...candidate(row), kind: RecordKind.parse(row.kind), precision: Precision.parse(row.precision) }
}

/** A row as a candidate. */
export function candidate({ id, nativeId, digests, seen }: CandidateRow): Candidate {
  const list: unknown = JSON.parse(digests)
  return { id, nativeId, seen, digests: Array.isArray(list) ? list.map(String) : [] }
}

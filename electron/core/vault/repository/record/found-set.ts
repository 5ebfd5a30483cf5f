// Facts of sets of records that were found: their accounts, what they hold word for word, and what words cannot search.
import type { AccountId, RecordId } from '../../../../../shared/domain/id.ts'
import type { MediaRole } from '../../../../../shared/domain/record/record.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { current } from '../../record/newest.ts'

/** Those of some ids whose records belong to one of some accounts, in the order given. */
export function ofAccounts(db: Driver, ids: readonly number[], accounts: readonly AccountId[]): number[] {
  const rows = db.all<{ id: number }>(
    'SELECT id FROM record WHERE id IN (SELECT value FROM json_each(?)) AND account_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
    JSON.stringify(accounts),
  )
  const kept = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => kept.has(id))
}

/** What a version of a record holds word for word. */
export interface Content {
  readonly id: number
  readonly digest: Uint8Array
  readonly kind: string
  readonly text: string
  /** SHA-256 of its pictures, videos and files in their order, hexadecimal; null where it has none. */
  readonly media: string | null
}

/** The content of versions of records. @param versions record and number of the version */
export function storedContents(
  db: Driver,
  versions: readonly { readonly id: number; readonly number: number }[],
): Content[] {
  return db.all<Content>(
    `SELECT record_id AS id, digest, kind, text, (
       SELECT group_concat(coalesce(hex(object_digest), name), ' ' ORDER BY media.position) FROM media
       WHERE media.record_id = version.record_id AND media.number = version.number) AS media
     FROM json_each(?) AS wanted JOIN version ON record_id = wanted.value ->> 0 AND number = wanted.value ->> 1
       JOIN record ON record.id = record_id`,
    JSON.stringify(versions.map(({ id, number }) => [id, number])),
  )
}

/** Where a search looks: accounts (none: all) and a span of time, its end not included. */
export interface Reach {
  readonly accounts: readonly AccountId[]
  readonly from: Instant | null
  readonly until: Instant | null
}

/** Media of the records within any of some reaches, by what they are; a record without a time lies in every span. */
export function mediaWithin(db: Driver, reaches: readonly Reach[]): Map<MediaRole, number> {
  if (reaches.length === 0) return new Map()
  const where = reaches.map(
    () => '((? OR account_id IN (SELECT value FROM json_each(?))) AND (at IS NULL OR (at >= ? AND at < ?)))',
  )
  const values = reaches.flatMap(({ accounts, from, until }) => [
    accounts.length === 0 ? 1 : 0,
    JSON.stringify(accounts),
    from ?? Number.MIN_SAFE_INTEGER,
    until ?? Number.MAX_SAFE_INTEGER,
  ])
  const rows = db.all<{ role: MediaRole; count: number }>(
    `SELECT role, count(*) AS count FROM record JOIN media ON record_id = record.id AND number = ${current()}
     WHERE record.media > 0 AND (${where.join(' OR ')}) GROUP BY role`,
    ...values,
  )
  return new Map(rows.map(({ role, count }) => [role, count]))
}

/** A file of an export that was not read, or could not be read safely. */
export interface UnsearchedFile {
  readonly accession: number
  readonly name: string
  readonly size: number
  readonly use: string
  readonly finding: string | null
}

const UNSEARCHED = `FROM member JOIN package ON package.id = package_id
  WHERE accession_id IN (SELECT value FROM json_each(?)) AND use IN (SELECT value FROM json_each(?)) AND struck_at IS NULL`

/** Files of some exports by what they were used for, by export and name. */
export function filesOf(
  db: Driver,
  accessions: readonly number[],
  uses: readonly string[],
  limit: number,
  offset: number,
): { readonly total: number; readonly files: UnsearchedFile[] } {
  const asked = [JSON.stringify(accessions), JSON.stringify(uses)]
  const total = db.get<{ count: number }>(`SELECT count(*) AS count ${UNSEARCHED}`, ...asked)?.count ?? 0
  const files = db.all<UnsearchedFile>(
    `SELECT accession_id AS accession, member.name, member.size, use, finding ${UNSEARCHED} ORDER BY accession_id, member.name LIMIT ? OFFSET ?`,
    ...asked,
    limit,
    offset,
  )
  return { total, files }
}

/** Those of some records that the vault has. */
export function knownAmong(db: Driver, records: readonly RecordId[]): Set<RecordId> {
  const rows = db.all<{ id: RecordId }>(
    'SELECT id FROM record WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(records),
  )
  return new Set(rows.map(({ id }) => id))
}

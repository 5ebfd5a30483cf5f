// The registers of stewardship: entries, their wordings, and what people did with them. Nothing that was written is removed.
import { StewardAct } from '../../../../../shared/contract/removed.ts'
import { AccountId, PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import { Instant, type LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { nextNumber } from '../packet/given-number.ts'

/** An entry with its newest wording, which is JSON still. */
export interface StewardEntry {
  readonly id: number
  readonly account: AccountId | null
  readonly record: RecordId | null
  /** Whether it is, or was, about a record. */
  readonly ofRecord: boolean
  readonly said: unknown
  readonly wordings: number
  readonly acts: readonly StewardAct[]
  readonly openedAt: Instant
  readonly openedBy: PersonId | null
}

/** What an entry is begun with. */
export interface NewEntry {
  readonly kind: string
  readonly account: AccountId | null
  readonly record: RecordId | null
}

interface Row {
  readonly id: number
  readonly account: number | null
  readonly record: number | null
  readonly ofRecord: number
  readonly said: string
  readonly wordings: number
  readonly openedAt: number
  readonly openedBy: string | null
}

const ENTRY = `SELECT steward_entry.id, account_id AS account, record_id AS record, of_record AS ofRecord, said,
  (SELECT count(*) FROM steward_wording WHERE entry_id = steward_entry.id) AS wordings, opened_at AS openedAt, opened_by AS openedBy
  FROM steward_entry JOIN steward_wording ON entry_id = steward_entry.id
  WHERE steward_wording.id = (SELECT max(id) FROM steward_wording WHERE entry_id = steward_entry.id)`

const ACT = `SELECT entry_id AS entry, act, on_day AS "on", doer AS "by", words, at, recorded_by AS recordedBy FROM steward_act`

interface ActRow {
  readonly entry: number
}

/** The entries of a kind, the newest first. */
export function stewardEntries(db: Driver, kind: string): readonly StewardEntry[] {
  const acts = Map.groupBy(
    db.all<ActRow>(`${ACT} WHERE entry_id IN (SELECT id FROM steward_entry WHERE kind = ?) ORDER BY id`, kind),
    ({ entry }) => entry,
  )
  return db
    .all<Row>(`${ENTRY} AND kind = ? ORDER BY steward_entry.id DESC`, kind)
    .map((row) => toEntry(row, acts.get(row.id) ?? []))
}

/** One entry of a kind; null where there is none of that number. */
export function stewardEntry(db: Driver, kind: string, id: number): StewardEntry | null {
  const row = db.get<Row>(`${ENTRY} AND kind = ? AND steward_entry.id = ?`, kind, id)
  return row === undefined ? null : toEntry(row, db.all<ActRow>(`${ACT} WHERE entry_id = ? ORDER BY id`, id))
}

/** Begins an entry; it says nothing yet. Returns its number. */
export function insertEntry(db: Driver, { kind, account, record }: NewEntry, at: Instant, by: PersonId | null): number {
  return db.run(
    `INSERT INTO steward_entry (id, kind, account_id, record_id, of_record, opened_at, opened_by)
     VALUES (${nextNumber('steward_entry')}, ?, ?, ?, ?, ?, ?)`,
    ...[kind, account, record, record === null ? 0 : 1, at, by],
  ).id
}

/** Writes another wording of an entry down. */
export function insertStewardWording(db: Driver, entry: number, said: unknown, at: Instant, by: PersonId | null): void {
  const sql = 'INSERT INTO steward_wording (entry_id, said, written_at, written_by) VALUES (?, ?, ?, ?)'
  db.run(sql, entry, JSON.stringify(said), at, by)
}

/** Writes an act on an entry down. */
export function insertAct(
  db: Driver,
  entry: number,
  act: { readonly act: string; readonly on: LocalDate; readonly by: string; readonly words: string },
  at: Instant,
  recordedBy: PersonId | null,
): void {
  const sql =
    'INSERT INTO steward_act (entry_id, act, on_day, doer, words, at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?)'
  db.run(sql, entry, act.act, act.on, act.by, act.words, at, recordedBy)
}

/** The wording of an entry that was its nth, from 1; undefined where it has had fewer. */
export function wordingOf(db: Driver, entry: number, nth: number): unknown {
  const sql = 'SELECT said FROM steward_wording WHERE entry_id = ? ORDER BY id LIMIT 1 OFFSET ?'
  const row = db.get<{ said: string }>(sql, entry, nth - 1)
  return row === undefined ? undefined : JSON.parse(row.said)
}

/** Every wording of the entries of a kind, the oldest first, by entry. */
export function stewardWordings(db: Driver, kind: string): ReadonlyMap<number, readonly unknown[]> {
  const rows = db.all<{ entry: number; said: string }>(
    `SELECT entry_id AS entry, said FROM steward_wording JOIN steward_entry ON steward_entry.id = entry_id WHERE kind = ?
     ORDER BY steward_wording.id`,
    kind,
  )
  return new Map(
    [...Map.groupBy(rows, ({ entry }) => entry)].map(([entry, said]) => [
      entry,
      said.map((one) => JSON.parse(one.said)),
    ]),
  )
}

/** Of which kind an entry is; null where there is none of that number. */
export function officeKindOf(db: Driver, entry: number): string | null {
  return db.get<{ kind: string }>('SELECT kind FROM steward_entry WHERE id = ?', entry)?.kind ?? null
}

/** Which entry of a kind is about a record; null where none is. */
export function entryOfRecord(db: Driver, kind: string, record: RecordId): number | null {
  return (
    db.get<{ id: number }>('SELECT id FROM steward_entry WHERE kind = ? AND record_id = ?', kind, record)?.id ?? null
  )
}

function toEntry(row: Row, acts: readonly ActRow[]): StewardEntry {
  return {
    id: row.id,
    account: row.account === null ? null : AccountId.parse(row.account),
    record: row.record === null ? null : RecordId.parse(row.record),
    ofRecord: row.ofRecord === 1,
    said: JSON.parse(row.said),
    wordings: row.wordings,
    acts: acts.map(({ entry: _, ...act }) => StewardAct.parse(act)),
    openedAt: Instant.parse(row.openedAt),
    openedBy: row.openedBy === null ? null : PersonId.parse(row.openedBy),
  }
}

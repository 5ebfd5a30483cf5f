// Records that ask or answer, read for response times; and what people said about them by hand.
import type { PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A row, times in ms since 1970 UTC. `texts`: those of every version as a JSON array; NULL where it is shown only on purpose. */
export interface AskingRow {
  readonly id: number
  readonly account: number
  readonly platform: string
  readonly kind: string
  readonly native: string
  readonly at: number | null
  readonly precision: string
  readonly author: string
  readonly conversation: string | null
  readonly parent: string | null
  readonly texts: string | null
}

const ROWS = `SELECT record.id, record.account_id AS account, account.platform, kind, record.native_id AS native, at, precision, author,
    conversation, parent_native_id AS parent,
    iif(record_lock.id IS NULL AND restriction.id IS NULL,
      (SELECT json_group_array(text) FROM version WHERE record_id = record.id AND number > 0), NULL) AS texts
  FROM record JOIN account ON account.id = record.account_id
    LEFT JOIN record_lock ON record_lock.record_id = record.id AND record_lock.ended_at IS NULL
    LEFT JOIN restriction ON restriction.record_id = record.id AND restriction.ended_at IS NULL
  WHERE record.id >= ? AND record.id < ? AND record.state <> 'draft'
    AND record.account_id NOT IN (SELECT account_id FROM account_personal)
    AND (parent_native_id IS NOT NULL OR conversation IS NOT NULL OR kind IN ('comment', 'review')
      OR (kind = 'post' AND author <> '' AND lower(author) NOT IN (SELECT lower(handle) FROM account)))`

/** The records between two ids, the second excluded, that are part of any exchange. */
export function askingRows(db: Driver, from: number, to: number): IterableIterator<AskingRow> {
  return db.iterate<AskingRow>(ROWS, from, to)
}

const SIDES = `SELECT record.account_id AS account, kind = 'message' OR conversation IS NOT NULL AS messages,
    max(coalesce(generated_at, received_at)) AS until
  FROM record JOIN accession ON accession.id = last_accession_id
  WHERE kind IN ('post', 'reply', 'comment', 'message', 'review', 'chat') GROUP BY 1, 2`

/** By account and family the moment at which the newest export that holds any of it was made, in ms since 1970 UTC. */
export function capturedSides(db: Driver): readonly { account: number; messages: number; until: number }[] {
  return db.all(SIDES)
}

/** Whether anything that one of these authors wrote in messages, or as replies, is in the vault. @param authors in lower case */
export function writesIn(db: Driver, account: number, messages: boolean, authors: readonly string[]): boolean {
  const sql = messages
    ? `SELECT 1 FROM record WHERE account_id = ? AND kind = 'message' AND (author = '' OR lower(author) IN (SELECT value FROM json_each(?))) LIMIT 1`
    : `SELECT 1 FROM record WHERE account_id = ? AND kind IN ('reply', 'comment') AND (author = '' OR lower(author) IN (SELECT value FROM json_each(?))) LIMIT 1`
  return db.get(sql, account, JSON.stringify(authors)) !== undefined
}

/** By record what somebody said last: it asks, or it does not. */
export function queryMarks(db: Driver): ReadonlyMap<number, boolean> {
  const rows = db.all<{ record: number; asks: number }>(
    `SELECT record_id AS record, asks FROM query_mark AS own WHERE asks IS NOT NULL
     AND id = (SELECT max(id) FROM query_mark WHERE record_id = own.record_id)`,
  )
  return new Map(rows.map(({ record, asks }) => [record, asks === 1]))
}

/** Writes down what somebody said about a record; null leaves it to the rules. */
export function insertMark(
  db: Driver,
  record: RecordId,
  asks: boolean | null,
  reason: string,
  at: Instant,
  by: PersonId | null,
): void {
  const sql = 'INSERT INTO query_mark (record_id, asks, reason, at, marked_by) VALUES (?, ?, ?, ?, ?)'
  db.run(sql, record, asks === null ? null : Number(asks), reason, at, by)
}

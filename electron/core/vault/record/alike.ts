// Records that may be the same as one: its words or its pictures again, near in time, in the same account.
import type { Driver } from '../catalog/driver.ts'
import { firstIdOf } from './record-id.ts'

export interface Alike {
  readonly id: number
  /** ms between the two; null where one has no time. */
  readonly apart: number | null
  /** What they share. */
  readonly by: 'words' | 'media'
}

/** Zones reach from −12 to +14 hours: a time of unknown zone may be as far from the true one. */
const NEAR = 15 * 3600_000
const MOST = 20

const BY_WORDS = `SELECT record.id, abs(record.at - this.at) AS apart, 'words' AS by
  FROM record AS this JOIN body AS words ON words.id = this.id JOIN record ON record.account_id = this.account_id AND record.id <> this.id
    JOIN body ON body.id = record.id
  WHERE this.id = ? AND record.id BETWEEN ? AND ? AND words.text <> ''
    AND (body.text = words.text OR instr(body.text || char(10), words.text || char(10)) = 1 OR instr(words.text || char(10), body.text || char(10)) = 1)
    AND body.text <> ''
    AND (record.conversation IS NULL OR this.conversation IS NULL OR record.conversation = this.conversation)
  ORDER BY apart LIMIT ?`

const BY_MEDIA = `SELECT DISTINCT record.id, abs(record.at - this.at) AS apart, 'media' AS by
  FROM record AS this JOIN media AS own ON own.record_id = this.id JOIN media USING (object_digest)
    JOIN record ON record.id = media.record_id
  WHERE this.id = ? AND record.id BETWEEN ? AND ? AND record.id <> this.id AND record.account_id = this.account_id
    AND own.object_digest IS NOT NULL
  ORDER BY apart LIMIT ?`

/** What may be the same as a record, likeliest first; of a record without time, what shares its words among those without time. */
export function alikeOf(db: Driver, id: number): Alike[] {
  const row = db.get<{ at: number | null }>('SELECT at FROM record WHERE id = ?', id)
  if (row === undefined) return []
  const from = row.at === null ? firstIdOf(null) : firstIdOf(row.at - NEAR)
  const to = row.at === null ? firstIdOf(null) + 2 ** 20 - 1 : firstIdOf(row.at + NEAR)
  const found = [BY_WORDS, BY_MEDIA].flatMap((sql) => db.all<Alike>(sql, id, from, to, MOST))
  return found.filter((one, place) => found.findIndex((other) => other.id === one.id) === place).slice(0, MOST)
}

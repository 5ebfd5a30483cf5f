// What stands around a record: its conversation, or the posts it answers and those that answer it.
import type { Driver } from '../vault/catalog/driver.ts'

const CONVERSATION = `SELECT id FROM record WHERE conversation = (SELECT conversation FROM record WHERE id = ?)
  AND id BETWEEN ? AND ? ORDER BY id`

const ANCESTORS = `WITH RECURSIVE above (id, depth) AS (
    SELECT ?, 0
    UNION
    SELECT parent.id, depth + 1 FROM above JOIN record AS child ON child.id = above.id
      JOIN record AS parent ON parent.id IN (
          SELECT id FROM record AS answered WHERE answered.account_id = child.account_id
            AND answered.native_id = child.parent_native_id AND answered.kind IN ('post', 'reply', 'repost', 'comment')
          UNION ALL
          SELECT kept_id FROM record_merge AS merged WHERE merged.account_id = child.account_id
            AND merged.native_id = child.parent_native_id AND merged.kind IN ('post', 'reply', 'repost', 'comment') AND split_at IS NULL)
    WHERE depth < ?
  ) SELECT id FROM above ORDER BY depth DESC LIMIT 1`

const DESCENDANTS = `WITH RECURSIVE below (id, depth) AS (
    SELECT ?, 0
    UNION
    SELECT child.id, depth + 1 FROM below JOIN record AS parent ON parent.id = below.id
      JOIN record AS child ON child.account_id = parent.account_id AND child.parent_native_id IN (
          SELECT parent.native_id UNION ALL SELECT native_id FROM record_merge WHERE kept_id = parent.id AND split_at IS NULL)
    WHERE depth < ?
  ) SELECT DISTINCT id FROM below ORDER BY id LIMIT ?`

/** Ids of the thread or conversation around a record, oldest first, the record among them. */
export function threadIds(db: Driver, id: number, limit: number): number[] {
  const record = db.get<{ conversation: string | null }>('SELECT conversation FROM record WHERE id = ?', id)
  if (record === undefined) return []
  if (record.conversation !== null) return aroundInConversation(db, id, limit)
  return answersTo(db, rootOf(db, id, limit), limit)
}

/** Deeper than any thread that people write. */
const WHOLE = 100_000

/** The first post of the thread that a record is in: itself where it answers nothing that the vault has. */
export function rootOf(db: Driver, id: number, limit = WHOLE): number {
  return db.get<{ id: number }>(ANCESTORS, id, limit)?.id ?? id
}

/** Ids of a record and of all that answers it, and what answers that, oldest first. */
export function answersTo(db: Driver, id: number, limit = WHOLE): number[] {
  return db.all<{ id: number }>(DESCENDANTS, id, limit, limit).map((row) => row.id)
}

function aroundInConversation(db: Driver, id: number, limit: number): number[] {
  const half = Math.max(1, Math.floor(limit / 2))
  const edge = (sql: string) => db.get<{ id: number }>(sql, id, id, half)?.id
  const inside = 'FROM record WHERE conversation = (SELECT conversation FROM record WHERE id = ?)'
  const from = edge(`SELECT min(id) AS id FROM (SELECT id ${inside} AND id <= ? ORDER BY id DESC LIMIT ?)`) ?? id
  const to = edge(`SELECT max(id) AS id FROM (SELECT id ${inside} AND id >= ? ORDER BY id LIMIT ?)`) ?? id
  return db.all<{ id: number }>(CONVERSATION, id, from, to).map((row) => row.id)
}

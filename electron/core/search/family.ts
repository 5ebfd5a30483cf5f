// What goes with a record: its conversation or thread, what answers it, and what shows the same picture, video or file.
import type { Family } from '../../../shared/domain/request/request-search.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { answersTo, rootOf } from './thread.ts'

const SAME_CONVERSATION = `SELECT other.id FROM record AS one
  JOIN record AS other ON other.conversation = one.conversation AND other.account_id = one.account_id WHERE one.id = ?`

const SAME_MEDIA = `SELECT DISTINCT other.record_id AS id FROM media AS one
  JOIN media AS other ON other.object_digest = one.object_digest WHERE one.record_id = ? AND one.object_digest IS NOT NULL`

/** Ids of the records of a family of one record, in any order; itself may be among them. */
export function familyIds(db: Driver, id: number, family: Family): number[] {
  if (family === 'media') return db.all<{ id: number }>(SAME_MEDIA, id).map((row) => row.id)
  if (family === 'replies') return answersTo(db, id)
  const talk = db.all<{ id: number }>(SAME_CONVERSATION, id).map((row) => row.id)
  return talk.length > 0 ? talk : answersTo(db, rootOf(db, id))
}

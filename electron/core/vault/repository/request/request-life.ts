// What happens to requests: their trail, messages, parts and merges. Nothing entered is removed.
import type { PersonId, RequestId } from '../../../../../shared/domain/id.ts'
import {
  type MessageDraft,
  type PartDraft,
  RequestEvent,
  type RequestEventKind,
  RequestMessage,
  RequestPart,
} from '../../../../../shared/domain/request/request-life.ts'
import type { Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Who did something, and when. */
export interface Done {
  readonly at: Instant
  readonly by: PersonId | null
}

/** An event to be entered. */
export interface NewEvent {
  readonly kind: RequestEventKind
  readonly on: LocalDate
  readonly words: string
  readonly other?: RequestId
}

/** Enters an event. */
export function insertEvent(db: Driver, id: RequestId, { kind, on, words, other }: NewEvent, { at, by }: Done): void {
  const sql =
    'INSERT INTO request_event (request_id, kind, on_day, words, other_id, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)'
  db.run(sql, id, kind, on, words, other ?? null, at, by)
}

/** The trail of a request, oldest first. */
export function eventsOf(db: Driver, id: RequestId): RequestEvent[] {
  return db
    .all(
      `SELECT request_event.id, kind, on_day AS "on", words, other_id AS other, at, person.name AS "by"
       FROM request_event LEFT JOIN person ON person.id = by WHERE request_id = ? ORDER BY request_event.id`,
      id,
    )
    .map((row) => RequestEvent.parse(row))
}

/** Enters a message. Returns its number. */
export function insertMessage(db: Driver, id: RequestId, message: MessageDraft, { at, by }: Done): number {
  const { direction, channel, about, on, time, party, text } = message
  return db.run(
    `INSERT INTO request_message (request_id, direction, channel, about, on_day, at_time, party, text, entered_at, entered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, direction, channel, about, on, time, party, text, at, by],
  ).id
}

/** The correspondence, by the day on which it came or went. */
export function messagesOf(db: Driver, id: RequestId): RequestMessage[] {
  return db
    .all(
      `SELECT request_message.id, direction, channel, about, on_day AS "on", at_time AS time, party, text,
         entered_at AS enteredAt, person.name AS enteredBy
       FROM request_message LEFT JOIN person ON person.id = entered_by
       WHERE request_id = ? ORDER BY on_day, at_time, request_message.id`,
      id,
    )
    .map((row) => RequestMessage.parse(row))
}

/** Enters a part, or how it stands now. */
export function savePart(db: Driver, id: RequestId, number: number, part: PartDraft, { at, by }: Done): void {
  const { title, system, holder, state, answer } = part
  db.run(
    'INSERT OR REPLACE INTO request_part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[id, number, title, system, holder, state, answer, at, by],
  )
}

/** The parts of a request, in order. */
export function partsOf(db: Driver, id: RequestId): RequestPart[] {
  return db
    .all(
      `SELECT number, title, system, holder, state, answer, changed_at AS changedAt,
         (SELECT coalesce(sum(records), 0) FROM request_part_import AS own WHERE own.request_id = request_part.request_id AND part = number) AS files
       FROM request_part WHERE request_id = ? ORDER BY number`,
      id,
    )
    .map((row) => RequestPart.parse(row))
}

/** From now on a request is answered by another. */
export function insertMerge(db: Driver, id: RequestId, into: RequestId, at: Instant): void {
  db.run('INSERT INTO request_merge (request_id, into_id, merged_at) VALUES (?, ?, ?)', id, into, at)
}

/** A merged request stands by itself again. */
export function endMerge(db: Driver, id: RequestId, at: Instant): void {
  db.run('UPDATE request_merge SET ended_at = ? WHERE request_id = ? AND ended_at IS NULL', at, id)
}

/** The request that answers another, directly, and since when; null where it stands by itself. */
export function mergeOf(db: Driver, id: RequestId): { readonly into: RequestId; readonly at: number } | null {
  const sql = 'SELECT into_id AS "into", merged_at AS at FROM request_merge WHERE request_id = ? AND ended_at IS NULL'
  return db.get<{ into: RequestId; at: number }>(sql, id) ?? null
}

/** The request that answers another, directly; null where it stands by itself. */
export function mergedInto(db: Driver, id: RequestId): RequestId | null {
  return mergeOf(db, id)?.into ?? null
}

/** The requests that another answers, through any number of merges. */
export function mergedIn(db: Driver, id: RequestId): RequestId[] {
  return db
    .all<{ id: RequestId }>(
      `WITH RECURSIVE merged (id) AS (
         SELECT request_id FROM request_merge WHERE into_id = ? AND ended_at IS NULL
         UNION SELECT request_id FROM request_merge JOIN merged ON into_id = merged.id WHERE ended_at IS NULL
       ) SELECT id FROM merged ORDER BY id`,
      id,
    )
    .map((row) => row.id)
}

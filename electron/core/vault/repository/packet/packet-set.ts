// What becomes of packets after they are sealed: answers to checks, published copies, demands to remove, recalls.
import type { Digest, ProductionId, RequestId } from '../../../../../shared/domain/id.ts'
import { Posting, Recall, type RecallStepKind, RemovalDemand } from '../../../../../shared/domain/review/packet-set.ts'
import type { Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes } from '../../hex.ts'
import type { Done } from '../request/request-life.ts'

/** An answer to a question about a packet. */
export interface CheckAnswer {
  readonly name: string
  readonly yes: boolean
  readonly words: string
  readonly at: Instant
  readonly by: string | null
}

/** Keeps an answer. @param subject what was looked at: a digest of decisions, or a production's number */
export function insertCheck(
  db: Driver,
  {
    request,
    subject,
    name,
    yes,
    words,
  }: Pick<CheckAnswer, 'name' | 'yes' | 'words'> & { request: RequestId; subject: string },
  { at, by }: Done,
): void {
  db.run(
    'INSERT INTO packet_check (request_id, subject, name, answer, words, answered_at, answered_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[request, subject, name, yes ? 'yes' : 'no', words, at, by],
  )
}

/** The newest answer to each question about a subject. */
export function checksOf(db: Driver, request: RequestId, subject: string): Map<string, CheckAnswer> {
  const rows = db.all<Omit<CheckAnswer, 'yes'> & { answer: string }>(
    `SELECT packet_check.name, answer, words, answered_at AS at, person.name AS "by"
     FROM packet_check LEFT JOIN person ON person.id = answered_by
     WHERE request_id = ? AND subject = ? ORDER BY packet_check.id`,
    request,
    subject,
  )
  return new Map(rows.map(({ answer, ...row }) => [row.name, { ...row, yes: answer === 'yes' }]))
}

/** Keeps that a packet was published. Returns the number of the published copy. */
export function insertPosting(
  db: Driver,
  production: ProductionId,
  place: string,
  on: LocalDate,
  { at, by }: Done,
): number {
  return db.run(
    'INSERT INTO packet_posting (production_id, place, posted_on, entered_at, entered_by) VALUES (?, ?, ?, ?, ?)',
    ...[production, place, on, at, by],
  ).id
}

/** Keeps that a published copy was taken down. Returns whether it stood until then. */
export function takeDown(db: Driver, posting: number, on: LocalDate, { at, by }: Done): boolean {
  const sql = 'UPDATE packet_posting SET down_on = ?, down_at = ?, down_by = ? WHERE id = ? AND down_on IS NULL'
  return db.run(sql, on, at, by, posting).changes > 0
}

/** The production of a published copy, with where and when it was published; null where there is none of that number. */
export function postingProduction(
  db: Driver,
  posting: number,
): {
  readonly production: number
  readonly place: string
  readonly on: LocalDate
  readonly down: LocalDate | null
} | null {
  const sql =
    'SELECT production_id AS production, place, posted_on AS "on", down_on AS down FROM packet_posting WHERE id = ?'
  return db.get(sql, posting) ?? null
}

/** Keeps a demand to remove something. Returns its number. */
export function insertDemand(
  db: Driver,
  posting: number,
  { receivedAt, dueAt, party, what }: Pick<RemovalDemand, 'receivedAt' | 'dueAt' | 'party' | 'what'>,
  { at, by }: Done,
): number {
  return db.run(
    `INSERT INTO removal_demand (posting_id, received_at, due_at, party, what, entered_at, entered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[posting, receivedAt, dueAt, party, what, at, by],
  ).id
}

/** Keeps that what was demanded is gone. Returns the published copy that it concerned; null where no such demand was open. */
export function meetDemand(db: Driver, demand: number, doneAt: Instant, words: string, by: Done['by']): number | null {
  const row = db.get<{ posting: number }>(
    'SELECT posting_id AS posting FROM removal_demand WHERE id = ? AND done_at IS NULL AND received_at <= ?',
    demand,
    doneAt,
  )
  if (row === undefined) return null
  db.run('UPDATE removal_demand SET done_at = ?, done_words = ?, done_by = ? WHERE id = ?', doneAt, words, by, demand)
  return row.posting
}

/** The published copies of a production, oldest first, with the demands about them. */
export function postingsOf(db: Driver, production: ProductionId): Posting[] {
  const demands = db.all<{ posting: number; doneAt: Instant | null; doneWords: string | null; doneBy: string | null }>(
    `SELECT posting_id AS posting, removal_demand.id, received_at AS receivedAt, due_at AS dueAt, party, what,
       done_at AS doneAt, done_words AS doneWords, person.name AS doneBy
     FROM removal_demand JOIN packet_posting ON packet_posting.id = posting_id LEFT JOIN person ON person.id = done_by
     WHERE production_id = ? ORDER BY removal_demand.id`,
    production,
  )
  const byPosting = Map.groupBy(demands, ({ posting }) => posting)
  return db
    .all<{ id: number }>(
      'SELECT id, place, posted_on AS "on", down_on AS down FROM packet_posting WHERE production_id = ? ORDER BY id',
      production,
    )
    .map((row) => Posting.parse({ ...row, demands: (byPosting.get(row.id) ?? []).map(toDemand) }))
}

function toDemand(row: {
  posting: number
  doneAt: Instant | null
  doneWords: string | null
  doneBy: string | null
}): RemovalDemand {
  const { posting: _posting, doneAt, doneWords, doneBy, ...demand } = row
  const done = doneAt === null ? null : { at: doneAt, words: doneWords ?? '', by: doneBy }
  return RemovalDemand.parse({ ...demand, done })
}

/** Marks a packet as recalled. Returns whether it was not before. */
export function insertRecall(db: Driver, production: ProductionId, reason: string, { at, by }: Done): boolean {
  const sql = 'INSERT INTO packet_recall VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  return db.run(sql, production, reason, at, by).changes > 0
}

/** Keeps a step of a recall. */
export function insertRecallStep(
  db: Driver,
  production: ProductionId,
  step: { readonly kind: RecallStepKind; readonly on: LocalDate; readonly words: string },
  { at, by }: Done,
): void {
  db.run(
    'INSERT INTO packet_recall_step (production_id, kind, on_day, words, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?)',
    ...[production, step.kind, step.on, step.words, at, by],
  )
}

/** The recall of a production with its steps; null where it was not recalled. */
export function recallOf(db: Driver, production: number): Recall | null {
  const row = db.get<{ reason: string; at: Instant; by: string | null }>(
    `SELECT reason, recalled_at AS at, person.name AS "by", (
       SELECT min(later.id) FROM production AS own JOIN production AS later USING (request_id)
       WHERE own.id = packet_recall.production_id AND later.id > own.id AND later.packet_digest IS NOT NULL
         AND later.frozen_at >= recalled_at
     ) AS replacedBy
     FROM packet_recall LEFT JOIN person ON person.id = recalled_by WHERE production_id = ?`,
    production,
  )
  if (row === undefined) return null
  const steps = db.all(
    `SELECT kind, on_day AS "on", words, entered_at AS at, person.name AS "by"
     FROM packet_recall_step LEFT JOIN person ON person.id = entered_by WHERE production_id = ? ORDER BY packet_recall_step.id`,
    production,
  )
  return Recall.parse({ ...row, steps })
}

/** What a record is called in the newest packet of a request that stands, and what was decided of it there. */
export interface EarlierItem {
  readonly record: number
  readonly production: number
  readonly label: string
  readonly number: number
  /** As it was frozen, as JSON; null where nothing was reviewed. */
  readonly decision: string | null
}

/** Every record that stands in a finished packet of a request that was not recalled, as it stands in the newest. */
export function earlierItems(db: Driver, request: RequestId): Map<number, EarlierItem> {
  const rows = db.all<EarlierItem>(
    `SELECT record_id AS record, production_id AS production, label, number, decision
     FROM production_item JOIN production ON production.id = production_id
       LEFT JOIN production_decision USING (production_id, position)
     WHERE request_id = ? AND packet_digest IS NOT NULL
       AND production_id NOT IN (SELECT production_id FROM packet_recall) ORDER BY production_id`,
    request,
  )
  return new Map(rows.map((row) => [row.record, row]))
}

/** The recall of the packet with exactly these bytes; null where it was not recalled, or not issued from this vault. */
export function recallOfPacket(db: Driver, digest: Digest): Recall | null {
  const sql = 'SELECT id FROM production WHERE packet_digest = ?'
  const issued = db.get<{ id: number }>(sql, digestBytes(digest))
  return issued === undefined ? null : recallOf(db, issued.id)
}

/** Keeps how many pages the records.pdf of a production has. */
export function savePages(db: Driver, production: number, pages: number): void {
  db.run('INSERT INTO production_pages VALUES (?, ?)', production, pages)
}

/** How many pages the records.pdf of a production has; null where it was built before that was kept. */
export function pagesOf(db: Driver, production: number): number | null {
  return (
    db.get<{ pages: number }>('SELECT pages FROM production_pages WHERE production_id = ?', production)?.pages ?? null
  )
}

// What was decided of the records that answer a request.
import { type Digest, type PersonId, RecordId, type RequestId } from '../../../../../shared/domain/id.ts'
import { ReviewDecision, type ReviewDraft } from '../../../../../shared/domain/review/review.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

interface Row {
  readonly id: number
  readonly record: number
  readonly outcome: string | null
  readonly said: string
  readonly at: number
  readonly by: string | null
}

const DECISION =
  'SELECT id, record_id AS record, outcome, said, decided_at AS at, decided_by AS "by" FROM review_decision AS own'
const NEWEST =
  'id = (SELECT max(id) FROM review_decision WHERE request_id = own.request_id AND record_id = own.record_id)'

/** Writes a decision down; null takes the one before back. */
export function insertReviewDecision(
  db: Driver,
  decision: {
    readonly request: RequestId
    readonly record: number
    readonly versions: readonly Digest[]
    readonly draft: ReviewDraft | null
  },
  at: Instant,
  by: PersonId | null,
): void {
  const { request, record, versions, draft } = decision
  const { outcome, ...said } = draft ?? { outcome: null, grounds: [], redactions: [], reason: '' }
  db.run(
    `INSERT INTO review_decision (request_id, record_id, outcome, said, decided_at, decided_by) VALUES (?, ?, ?, ?, ?, ?)`,
    request,
    record,
    outcome,
    JSON.stringify({ ...said, versions }),
    at,
    by,
  )
}

const PAGE = 100

/** Every decision on a request that stands, by record. It is read in pages: between two decisions anything else may be asked. */
export function* standingReview(db: Driver, request: RequestId): Generator<ReviewDecision> {
  const sql = `${DECISION} WHERE request_id = ? AND record_id > ? AND ${NEWEST} AND outcome IS NOT NULL ORDER BY record_id LIMIT ?`
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = db.all<Row>(sql, request, last, PAGE)
    for (const row of rows) yield decisionIn(db, row)
    const end = rows.at(-1)
    if (end === undefined || rows.length < PAGE) return
    last = end.record
  }
}

/** What was decided of one record for a request, newest first; what was taken back has no outcome. */
export function reviewHistory(
  db: Driver,
  request: RequestId,
  record: number,
): { readonly decision: ReviewDecision | null; readonly at: Instant; readonly by: string | null }[] {
  const rows = db.all<Row>(`${DECISION} WHERE request_id = ? AND record_id = ? ORDER BY id DESC`, request, record)
  return rows.map((row) => ({
    decision: row.outcome === null ? null : toDecision(row),
    at: Instant.parse(row.at),
    by: row.by,
  }))
}

/** The digests of the contents of a few records, by record. */
export function contentsAmong(db: Driver, records: readonly number[]): ReadonlyMap<number, readonly Digest[]> {
  const sql = 'SELECT record_id AS record, digest FROM version WHERE record_id IN (SELECT value FROM json_each(?))'
  const contents = new Map<number, Digest[]>()
  for (const { record, digest } of db.all<{ record: number; digest: Uint8Array }>(sql, JSON.stringify(records))) {
    const own = contents.get(record) ?? []
    own.push(digestOf(digest))
    contents.set(record, own)
  }
  return contents
}

/** The digests of a record's contents, in order. */
export function contentsOf(db: Driver, record: number): Digest[] {
  const rows = db.all<{ digest: Uint8Array }>('SELECT digest FROM version WHERE record_id = ? ORDER BY number', record)
  return rows.map(({ digest }) => digestOf(digest))
}

/** Says that words that are redacted elsewhere stay in a record. */
export function keepWords(
  db: Driver,
  kept: { readonly request: RequestId; readonly record: number; readonly phrase: Uint8Array; readonly reason: string },
  at: Instant,
  by: PersonId | null,
): void {
  const { request, record, phrase, reason } = kept
  db.run(
    `INSERT INTO review_kept VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, kept_at = excluded.kept_at, kept_by = excluded.kept_by`,
    ...[request, record, phrase, reason, at, by],
  )
}

/** Which words stay in which record: `record hex-of-phrase`. */
export function keptWords(db: Driver, request: RequestId): ReadonlySet<string> {
  const sql = "SELECT record_id || ' ' || lower(hex(phrase)) AS key FROM review_kept WHERE request_id = ?"
  return new Set(db.all<{ key: string }>(sql, request).map(({ key }) => key))
}

/** The words that stay somewhere, by their digests. */
export function keptPhrases(db: Driver, request: RequestId): ReadonlySet<string> {
  const sql = 'SELECT DISTINCT lower(hex(phrase)) AS phrase FROM review_kept WHERE request_id = ?'
  return new Set(db.all<{ phrase: string }>(sql, request).map(({ phrase }) => phrase))
}

/** The requests for which a record was released, with the number it bore, when its packet was settled, and when it was recalled. */
export function disclosedBefore(
  db: Driver,
  record: number,
): { readonly request: string; readonly label: string; readonly at: Instant; readonly recalledAt: Instant | null }[] {
  return db.all(
    `SELECT request_id AS request, label, frozen_at AS at, recalled_at AS recalledAt FROM production_item
       JOIN production ON production.id = production_id
       LEFT JOIN production_decision USING (production_id, position)
       LEFT JOIN packet_recall USING (production_id)
     WHERE record_id = ? AND packet_digest IS NOT NULL AND (decision IS NULL OR decision ->> '$.outcome' <> 'withhold') ORDER BY frozen_at`,
    record,
  )
}

interface Parsed {
  readonly row: Row
  readonly decision: ReviewDecision
}

/** A review is looked at again and again, and parsing its decisions takes longest. */
const parsedBefore = new WeakMap<Driver, Map<number, Parsed>>()
const MOST_PARSED = 20_000

/** As `toDecision`; what was parsed before is given again. It is known by all that its row says: numbers may be given out anew. */
function decisionIn(db: Driver, row: Row): ReviewDecision {
  const parsed = parsedBefore.get(db) ?? new Map<number, Parsed>()
  parsedBefore.set(db, parsed)
  const known = parsed.get(row.id)
  if (known !== undefined && isSame(known.row, row)) return known.decision
  if (parsed.size >= MOST_PARSED) parsed.clear()
  const decision = toDecision(row)
  parsed.set(row.id, { row, decision })
  return decision
}

function isSame(one: Row, other: Row): boolean {
  return (
    one.said === other.said &&
    one.record === other.record &&
    one.outcome === other.outcome &&
    one.at === other.at &&
    one.by === other.by
  )
}

function toDecision({ record, outcome, said, at, by }: Row): ReviewDecision {
  return ReviewDecision.parse({
    ...JSON.parse(said),
    record: RecordId.parse(record),
    outcome,
    decidedAt: at,
    decidedBy: by,
  })
}

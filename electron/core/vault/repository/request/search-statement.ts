// Search statements as they were stored, the answers to their lines, and the declarations of personal searches.
import type { Digest, RequestId } from '../../../../../shared/domain/id.ts'
import {
  FiledPersonalSearch,
  type PersonalSearch,
  SearchStatement,
  StoredStatement,
} from '../../../../../shared/domain/request/search-statement.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'
import type { Done } from './request-life.ts'

/** An answer to a line, and what the line said then. */
export interface LineAnswer {
  readonly facts: string
  readonly words: string
  readonly at: Instant
  readonly by: string | null
}

/** The newest answer to each line. */
export function lineAnswers(db: Driver, request: RequestId): Map<string, LineAnswer> {
  const rows = db.all<{ line: string; facts: string; words: string; at: number; by: string | null }>(
    `SELECT line, facts, answer AS words, answered_at AS at, person.name AS "by" FROM search_answer
     LEFT JOIN person ON person.id = answered_by WHERE request_id = ? ORDER BY search_answer.id`,
    request,
  )
  return new Map(rows.map(({ line, at, ...rest }) => [line, { ...rest, at: Instant.parse(at) }]))
}

/** Answers a line. */
export function insertLineAnswer(
  db: Driver,
  request: RequestId,
  answer: { readonly line: string; readonly facts: string; readonly words: string },
  { at, by }: Done,
): void {
  db.run(
    'INSERT INTO search_answer (request_id, line, facts, answer, answered_at, answered_by) VALUES (?, ?, ?, ?, ?, ?)',
    ...[request, answer.line, answer.facts, answer.words, at, by],
  )
}

/** Numbers and times of the newest of everything that a statement is drawn up from, besides the searches themselves. */
export function statementMarks(db: Driver, request: RequestId) {
  const newest = (sql: string) => db.get<{ n: number | null }>(sql, request)?.n ?? 0
  return {
    locks: db.get<{ n: number }>('SELECT coalesce(sum(id), 0) AS n FROM record_lock WHERE ended_at IS NULL')?.n ?? 0,
    answers: newest('SELECT max(id) AS n FROM search_answer WHERE request_id = ?'),
    decisions: newest('SELECT max(id) AS n FROM review_decision WHERE request_id = ?'),
    parts: newest('SELECT max(changed_at) AS n FROM request_part WHERE request_id = ?'),
    declarations: newest('SELECT max(changed_at) AS n FROM request_declaration WHERE request_id = ?'),
  }
}

/** The personal searches of a request. */
export function personalSearches(db: Driver, request: RequestId): FiledPersonalSearch[] {
  return db
    .all<{ number: number; document: string; changedAt: number }>(
      'SELECT number, document, changed_at AS changedAt FROM request_declaration WHERE request_id = ? ORDER BY number',
      request,
    )
    .map(({ number, document, changedAt }) => {
      const said: unknown = JSON.parse(document)
      return FiledPersonalSearch.parse({ ...Object(said), number, changedAt })
    })
}

/** Enters a personal search, or how it stands. */
export function savePersonalSearch(
  db: Driver,
  request: RequestId,
  number: number,
  said: PersonalSearch,
  { at, by }: Done,
): void {
  db.run(
    `INSERT INTO request_declaration VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET document = excluded.document, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    ...[request, number, JSON.stringify(said), at, by],
  )
}

/** Stores a statement as the next version. Returns its version. */
export function insertStatement(
  db: Driver,
  request: RequestId,
  { document, digest }: { readonly document: string; readonly digest: Digest },
  { at, by }: Done,
): number {
  const version =
    (db.get<{ n: number | null }>('SELECT max(version) AS n FROM search_statement WHERE request_id = ?', request)?.n ??
      0) + 1
  db.run(
    'INSERT INTO search_statement (request_id, version, document, digest, stored_at, stored_by) VALUES (?, ?, ?, ?, ?, ?)',
    ...[request, version, document, digestBytes(digest), at, by],
  )
  return version
}

interface Row {
  readonly version: number
  readonly document: string
  readonly digest: Uint8Array
  readonly storedAt: number
  readonly storedBy: string | null
}

/** The stored statements of a request, oldest first. */
export function statementsOf(db: Driver, request: RequestId): StoredStatement[] {
  return db
    .all<Row>(
      `SELECT version, document, digest, stored_at AS storedAt, person.name AS storedBy FROM search_statement
       LEFT JOIN person ON person.id = stored_by WHERE request_id = ? ORDER BY version`,
      request,
    )
    .map(({ document, digest, ...rest }) =>
      StoredStatement.parse({
        ...rest,
        digest: digestOf(digest),
        statement: SearchStatement.parse(JSON.parse(document)),
      }),
    )
}

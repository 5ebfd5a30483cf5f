// Captures, and what servers called the answers that they have.

import { CaptureOrder } from '../../../../../shared/contract/capture.ts'
import { Capture, CaptureFacts, type CaptureScope, scopeText } from '../../../../../shared/domain/capture/capture.ts'
import { type AccountId, CaptureId, type JobId, type PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** What a server called an answer. */
export interface Validator {
  readonly address: string
  readonly etag: string
  readonly lastModified: string
}

/**
 * Begins a capture, or takes it up where its job was interrupted. Returns its number.
 * @param anew whether nothing of before is gone on from: what was seen was seen from now on
 */
export function beginCapture(
  db: Driver,
  job: JobId,
  order: CaptureOrder,
  at: Instant,
  by: PersonId | null,
  anew: boolean,
): CaptureId {
  const { account, way, scope } = order
  db.run(
    `INSERT INTO capture (account_id, job_id, way, address, scope, started_at, started_by, sentence) VALUES (?, ?, ?, ?, ?, ?, ?, '')
     ON CONFLICT (job_id) DO UPDATE SET started_at = iif(?, excluded.started_at, started_at), ended_at = NULL, outcome = NULL,
       facts = NULL`,
    ...[account, job, way, scope.address, scopeText(scope), at, by, anew ? 1 : 0],
  )
  return numberOf(db, job)
}

function numberOf(db: Driver, job: JobId): CaptureId {
  return CaptureId.parse(db.get<{ id: number }>('SELECT id FROM capture WHERE job_id = ?', job)?.id)
}

/** Writes down how a capture ended, before its package is read. @param sameAs the capture that it confirms */
export function endCapture(db: Driver, id: CaptureId, facts: CaptureFacts, sameAs: CaptureId | null): void {
  db.run(
    'UPDATE capture SET ended_at = ?, outcome = ?, sentence = ?, stop_met = ?, facts = ?, same_as = ? WHERE id = ?',
    ...[facts.endedAt, facts.outcome, facts.sentence, facts.stop.met ? 1 : 0, JSON.stringify(facts), sameAs, id],
  )
}

/** Whether a job is a capture that had begun, and of which nothing was received. */
export function isUnreceived(db: Driver, job: JobId): boolean {
  const sql = `SELECT 1 FROM capture WHERE job_id = ?
    AND NOT EXISTS (SELECT 1 FROM accession WHERE accession.job_id = capture.job_id AND accession.state <> 'undone')`
  return db.get(sql, job) !== undefined
}

/**
 * Writes down that a capture broke off and is not gone on with: how it had ended before it broke off, if it had, counts no more.
 * @param end `dropped` by a person, or `nothing` of it was there; and what became of it, in plain words. Returns its number.
 */
export function dropCapture(
  db: Driver,
  job: JobId,
  { outcome, sentence }: { readonly outcome: 'dropped' | 'nothing'; readonly sentence: string },
  at: Instant,
): CaptureId {
  db.run(
    'UPDATE capture SET ended_at = ?, outcome = ?, sentence = ?, stop_met = 0, facts = NULL, same_as = NULL WHERE job_id = ?',
    ...[at, outcome, sentence, job],
  )
  const id = numberOf(db, job)
  db.run('DELETE FROM capture_validator WHERE capture_id = ?', id)
  return id
}

/** Keeps what servers called the answers of a capture, in place of what they called earlier ones. */
export function keepValidators(db: Driver, capture: CaptureId, account: AccountId, seen: readonly Validator[]): void {
  for (const { address, etag, lastModified } of seen) {
    db.run(
      'INSERT OR REPLACE INTO capture_validator VALUES (?, ?, ?, ?, ?)',
      ...[account, address, etag || null, lastModified || null, capture],
    )
  }
}

/**
 * What the server called the answer of an address, where a capture of the same scope has it that was received whole, and that is not taken
 * back: only then may the server say that nothing changed. Of the named address, that confirms the whole capture: it must have had everything, files too.
 */
export function validatorOf(db: Driver, account: AccountId, way: string, scope: CaptureScope, address: string) {
  return (
    db.get<{ etag: string | null; lastModified: string | null; capture: number; since: number | null }>(
      `SELECT etag, last_modified AS lastModified, capture.id AS capture, facts ->> '$.stop.since' AS since FROM capture_validator
         JOIN capture ON capture.id = capture_id JOIN accession ON accession.job_id = capture.job_id
       WHERE capture_validator.account_id = ? AND capture_validator.address = ? AND way = ? AND scope = ? AND stop_met = 1
         AND (capture.address <> capture_validator.address OR outcome IN ('complete', 'unchanged'))
         AND accession.state = 'complete' AND accession.account_id = capture.account_id`,
      ...[account, address, way, scopeText(scope)],
    ) ?? null
  )
}

interface Row {
  readonly scope: string
  readonly facts: string | null
}

const ROWS = `SELECT capture.id, capture.account_id AS account, capture.job_id AS job, way, scope, capture.started_at AS startedAt,
  capture.ended_at AS endedAt, started_by AS "by", iif(capture.ended_at IS NOT NULL, 'ended',
    iif(job.state IN ('queued', 'running'), 'running', 'interrupted')) AS state,
  outcome, sentence, facts, same_as AS sameAs,
  (SELECT id FROM accession WHERE accession.job_id = capture.job_id AND accession.state = 'complete') AS accession,
  (SELECT count(DISTINCT record_id) FROM observation JOIN member ON member.id = member_id JOIN package ON package.id = package_id
     JOIN accession ON accession.id = package.accession_id WHERE accession.job_id = coalesce(
       (SELECT same.job_id FROM capture AS same WHERE same.id = capture.same_as), capture.job_id)) AS items
  FROM capture LEFT JOIN job ON job.id = capture.job_id`

/** Captures, the newest first. @param account of this one alone, or null */
export function listCaptures(db: Driver, account: AccountId | null): Capture[] {
  return db
    .all<Row>(`${ROWS} WHERE ? IS NULL OR capture.account_id = ? ORDER BY capture.id DESC`, account, account)
    .map(toCapture)
}

/** How an account was captured the last time, so that it can be captured so again. */
export interface NewestCapture {
  readonly account: AccountId
  readonly startedAt: Instant
  readonly order: CaptureOrder
}

/** The newest capture of each account that came to an end. */
export function newestCaptures(db: Driver): NewestCapture[] {
  return db
    .all<Pick<Row, 'scope' | 'facts'> & { account: AccountId; way: string; startedAt: Instant }>(
      `SELECT account_id AS account, way, scope, facts, max(started_at) AS startedAt FROM capture
       WHERE ended_at IS NOT NULL GROUP BY account_id`,
    )
    .map(({ account, way, startedAt, ...row }) => {
      const facts = factsOf({ ...row })
      const [attorney, terms] = [facts?.attorney ?? null, facts?.terms?.version ?? null]
      return {
        account,
        startedAt,
        order: CaptureOrder.parse({ account, way, scope: JSON.parse(row.scope), attorney, terms }),
      }
    })
}

/** One capture with what it says of itself; null where there is none of that number. */
export function findCapture(db: Driver, id: CaptureId): { capture: Capture; facts: CaptureFacts | null } | null {
  const row = db.get<Row>(`${ROWS} WHERE capture.id = ?`, id)
  return row === undefined ? null : { capture: toCapture(row), facts: factsOf(row) }
}

/** The capture of a job; null where it did not begin. */
export function captureOfJob(db: Driver, job: JobId): { capture: Capture; facts: CaptureFacts | null } | null {
  const row = db.get<Row>(`${ROWS} WHERE capture.job_id = ?`, job)
  return row === undefined ? null : { capture: toCapture(row), facts: factsOf(row) }
}

function toCapture({ facts, ...row }: Row): Capture {
  const { stop = null, login = null } = factsOf({ facts }) ?? {}
  return Capture.parse({ ...row, scope: JSON.parse(row.scope), stop, login })
}

function factsOf({ facts }: Pick<Row, 'facts'>): CaptureFacts | null {
  return facts === null ? null : CaptureFacts.parse(JSON.parse(facts))
}

// Job rows.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { Job } from '../../../../shared/domain/job.ts'
import { Actor } from '../../../../shared/domain/people/person.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Progress } from '../../job/define.ts'
import type { Driver } from '../catalog/driver.ts'

interface JobRow {
  id: string
  kind: string
  label: string
  input: string
  actor: string
  state: string
  stage: string
  done: number
  total: number | null
  unit: string
  checkpoint: string | null
  seed: Uint8Array
  result: string | null
  problem: string | null
  created_at: number
  started_at: number | null
  ended_at: number | null
  accession: string | null
  bulk_undone_at: number | null
  destruction: string | null
  captured: number
  stored: number
  undoing: number
}

/** Jobs with the state of the accession that an import began, or that is withdrawn. */
const JOBS = `SELECT job.*, (SELECT state FROM accession WHERE job_id = job.id OR (job.kind = 'intake.withdraw' AND id = input ->> '$.accession'))
  AS accession, (SELECT undone_at FROM bulk_decision WHERE id = checkpoint ->> '$.bulk') AS bulk_undone_at,
  (SELECT destruction.state FROM destruction WHERE job_id = job.id) AS destruction,
  EXISTS (SELECT 1 FROM capture WHERE job_id = job.id) AS captured,
  EXISTS (SELECT 1 FROM accession WHERE job_id = job.id AND state IN ('receiving', 'undoing')) AS stored,
  EXISTS (SELECT 1 FROM accession WHERE job_id = job.id AND state = 'undoing') AS undoing FROM job`

/** Writes down a job that was asked for. Returns false where it was written down before: a repeated command starts nothing twice. */
export function insertJob(
  db: Driver,
  job: { id: JobId; kind: string; label: string; input: unknown; actor: Actor; seed: Uint8Array; at: Instant },
): boolean {
  const { changes } = db.run(
    `INSERT INTO job (id, kind, label, input, actor, state, stage, done, unit, seed, created_at)
     VALUES (?, ?, ?, ?, ?, 'queued', 'waiting', 0, '', ?, ?)
     ON CONFLICT DO NOTHING`,
    job.id,
    job.kind,
    job.label,
    JSON.stringify(job.input),
    JSON.stringify(job.actor),
    job.seed,
    job.at,
  )
  return changes > 0
}

/** What is needed to start a job, or to take it up again. */
export function jobStart(db: Driver, id: JobId) {
  const row = db.get<JobRow>('SELECT * FROM job WHERE id = ?', id)
  if (!row) return null
  return {
    kind: row.kind,
    label: row.label,
    input: JSON.parse(row.input),
    actor: Actor.parse(JSON.parse(row.actor)),
    state: row.state,
    seed: row.seed,
    checkpoint: row.checkpoint === null ? null : JSON.parse(row.checkpoint),
    startedAt: row.started_at,
  }
}

/** Marks a job as running; the first start's instant is kept when it is taken up again. */
export function markRunning(db: Driver, id: JobId, at: Instant): void {
  db.run("UPDATE job SET state = 'running', started_at = coalesce(started_at, ?), ended_at = NULL WHERE id = ?", at, id)
}

/** Keeps where to take a job up, in the transaction of the batch it describes. */
export function saveCheckpoint(db: Driver, id: JobId, checkpoint: unknown, progress: Progress | null): void {
  db.run('UPDATE job SET checkpoint = ? WHERE id = ?', JSON.stringify(checkpoint), id)
  if (progress === null) return
  const { stage, done, total, unit } = progress
  db.run('UPDATE job SET stage = ?, done = ?, total = ?, unit = ? WHERE id = ?', stage, done, total, unit, id)
}

/** Ends a job with its result or its problem. */
export function endJob(
  db: Driver,
  id: JobId,
  end: { state: Job['state']; result: unknown; problem: Job['problem']; at: Instant },
): void {
  // The salts of what it stored could be drawn again from its seed for ever, and its input may hold a record's words.
  if (end.state === 'succeeded') db.run("UPDATE job SET seed = zeroblob(0), input = '{}' WHERE id = ?", id)
  db.run(
    'UPDATE job SET state = ?, result = ?, problem = ?, ended_at = ? WHERE id = ?',
    end.state,
    end.result === undefined ? null : JSON.stringify(end.result),
    end.problem === null ? null : JSON.stringify(end.problem),
    end.at,
    id,
  )
}

/** At opening: no job is left "running" that nobody runs. Returns how many were interrupted. */
export function interruptRunning(db: Driver, at: Instant): number {
  return db.run("UPDATE job SET state = 'interrupted', ended_at = ? WHERE state IN ('running', 'queued')", at).changes
}

/** One job, or null. Rate and time left are known only while it runs. */
function findJob(db: Driver, id: JobId): Job | null {
  const row = db.get<JobRow>(`${JOBS} WHERE id = ?`, id)
  return row ? toJob(row) : null
}

/** Jobs, newest first. */
export function listJobs(db: Driver, limit: number): Job[] {
  return db.all<JobRow>(`${JOBS} ORDER BY created_at DESC, id DESC LIMIT ?`, limit).map(toJob)
}

/** Jobs that are not ended, or can be taken up again: what they have begun goes by the settings that they began with. */
export function jobsNotEnded(db: Driver, besides: JobId | null): Job[] {
  const rows = db.all<JobRow>(`${JOBS} WHERE state <> 'succeeded' ORDER BY created_at, id`)
  return rows.map(toJob).filter((job) => job.id !== besides && (!isOver(job.state) || job.resumable || job.undoable))
}

/** Whether a job ended after an instant. */
export function endedSince(db: Driver, instant: Instant, besides: JobId): boolean {
  return db.get('SELECT 1 FROM job WHERE ended_at > ? AND id <> ? LIMIT 1', instant, besides) !== undefined
}

function isOver(state: Job['state']): boolean {
  return state !== 'queued' && state !== 'running'
}

function toJob(row: JobRow): Job {
  const ended = ['interrupted', 'cancelled', 'failed'].includes(row.state)
  return Job.parse({
    id: row.id,
    kind: row.kind,
    label: row.label,
    state: row.state,
    stage: row.stage,
    done: row.done,
    total: row.total,
    unit: row.unit,
    rate: null,
    secondsLeft: null,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    result: row.result === null ? null : JSON.parse(row.result),
    problem: row.problem === null ? null : JSON.parse(row.problem),
    // What is being undone can only be undone to the end.
    resumable:
      ended &&
      row.undoing === 0 &&
      (row.accession === 'receiving' ||
        row.accession === 'undoing' ||
        isHalfRemoved(row) ||
        isHalfDecided(row) ||
        (isHalfCaptured(row) && row.accession !== 'undone') ||
        isHalfDestroyed(row)),
    undoable: ended && row.stored === 1,
    droppable: isHalfCaptured(row) && (row.accession === null || row.accession === 'undone'),
  })
}

/** A removal that is decided must be carried out. */
function isHalfRemoved({ kind, checkpoint }: JobRow): boolean {
  return kind === 'record.remove' && checkpoint !== null
}

/** A capture that was killed goes on from its last page, or is made again, unless what was received of it has been taken back. */
function isHalfCaptured({ captured, state }: JobRow): boolean {
  return captured === 1 && state === 'interrupted'
}

/** A destruction that was begun goes to its certificate. */
function isHalfDestroyed({ destruction }: JobRow): boolean {
  return destruction !== null && destruction !== 'certified'
}

/** A decision on many records that was not taken back can be finished. */
function isHalfDecided({ kind, checkpoint, bulk_undone_at }: JobRow): boolean {
  return kind === 'classify.search' && checkpoint !== null && bulk_undone_at === null
}

/** @throws MunimentError JOB_UNKNOWN */
export function knownJob(db: Driver, id: JobId): Job {
  const job = findJob(db, id)
  if (job === null) throw new MunimentError('JOB_UNKNOWN', 'There is no such job in this vault.')
  return job
}

/** Puts an ended job back into the queue, its checkpoint kept. */
export function requeue(db: Driver, id: JobId): void {
  db.run("UPDATE job SET state = 'queued', problem = NULL, ended_at = NULL WHERE id = ?", id)
}

/** Turns an import towards its undoing: from now on it cannot be taken up again. */
export function turnToUndo(db: Driver, id: JobId): void {
  db.run("UPDATE accession SET state = 'undoing' WHERE job_id = ? AND state = 'receiving'", id)
  db.run('UPDATE job SET seed = zeroblob(0) WHERE id = ?', id)
}

/** Whether an import is being undone, or was when that was interrupted. */
export function isUndoing(db: Driver, id: JobId): boolean {
  return db.get("SELECT 1 FROM accession WHERE job_id = ? AND state = 'undoing'", id) !== undefined
}

/** Whether an import waits for another one of its account that is being taken back. */
export function isBlocked(db: Driver, id: JobId): boolean {
  const sql = `SELECT 1 FROM accession AS own JOIN accession AS other ON other.account_id = own.account_id
    WHERE own.job_id = ? AND own.state = 'receiving' AND other.state = 'undoing'`
  return db.get(sql, id) !== undefined
}

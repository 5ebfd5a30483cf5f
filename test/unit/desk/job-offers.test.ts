// What is offered for a job that stopped: to take it up again only where that can be done, to undo it where something is there to undo.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endOfBroken } from '../../../electron/core/job/broken-capture.ts'
import { captureStaging } from '../../../electron/core/vault/packages/place.ts'
import { captureOfJob, dropCapture } from '../../../electron/core/vault/repository/capture/capture.ts'
import {
  endJob,
  insertJob,
  interruptRunning,
  jobsNotEnded,
  knownJob,
  turnToUndo,
} from '../../../electron/core/vault/repository/job.ts'
import { CaptureScope, scopeText } from '../../../shared/domain/capture/capture.ts'
import { JobId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { memoryCatalog } from '../../support/catalog.ts'

const at = Instant.parse(1)

/** A catalog with one interrupted job, which has begun accession 1 if it is an import. */
function interrupted(kind: 'intake.import' | 'vault.verify') {
  const db = memoryCatalog(1)
  const id = JobId.parse('job-stopped')
  const actor = { person: null, osUser: 'tester', machine: 'desk' }
  insertJob(db, { id, kind, label: '', input: {}, actor, seed: new Uint8Array(32), at })
  if (kind === 'intake.import') db.run('UPDATE accession SET job_id = ? WHERE id = 1', id)
  interruptRunning(db, at)
  return { db, id }
}

test('an interrupted import can be resumed or undone; while it is being undone it can only be undone to the end', () => {
  const { db, id } = interrupted('intake.import')
  expect(knownJob(db, id)).toMatchObject({ resumable: true, undoable: true })
  turnToUndo(db, id)
  expect(knownJob(db, id)).toMatchObject({ resumable: false, undoable: true })
  // What waits on jobs that are not ended, such as moving the vault, still waits for it.
  expect(jobsNotEnded(db, null).map((job) => job.id)).toEqual([id])
  db.run("UPDATE accession SET state = 'undone' WHERE job_id = ?", id)
  expect(knownJob(db, id)).toMatchObject({ resumable: false, undoable: false })
  expect(jobsNotEnded(db, null)).toEqual([])
  db.close()
})

test('a withdrawal that stopped is resumed, and is no import to be undone', () => {
  const { db } = interrupted('intake.import')
  const id = JobId.parse('job-withdraw')
  const actor = { person: null, osUser: 'tester', machine: 'desk' }
  insertJob(db, {
    id,
    kind: 'intake.withdraw',
    label: '',
    input: { accession: 1 },
    actor,
    seed: new Uint8Array(32),
    at,
  })
  db.run("UPDATE accession SET state = 'undoing' WHERE id = 1")
  endJob(db, id, { state: 'cancelled', result: null, problem: null, at })
  expect(knownJob(db, id)).toMatchObject({ resumable: true, undoable: false })
  db.close()
})

test('a job that left nothing behind is offered neither', () => {
  const { db, id } = interrupted('vault.verify')
  expect(knownJob(db, id)).toMatchObject({ resumable: false, undoable: false })
  db.close()
})

/** A capture whose job was interrupted after it had ended, with what was received of it in a state; null for nothing. */
function interruptedCapture(received: 'receiving' | 'complete' | 'undone' | null) {
  const db = memoryCatalog(1)
  const id = JobId.parse('job-capture')
  const actor = { person: null, osUser: 'tester', machine: 'desk' }
  insertJob(db, { id, kind: 'capture.run', label: '', input: {}, actor, seed: new Uint8Array(32), at })
  db.run(
    `INSERT INTO capture (account_id, job_id, way, address, scope, started_at, ended_at, outcome, sentence, stop_met)
     VALUES (1, ?, 'feed', 'https://example.org/', ?, 1, 2, 'complete', 'All came.', 1)`,
    ...[id, scopeText(CaptureScope.parse({ address: 'https://example.org/' }))],
  )
  if (received !== null) db.run('UPDATE accession SET job_id = ?, state = ? WHERE id = 1', id, received)
  interruptRunning(db, at)
  return { db, id }
}

test.each([
  [null, { resumable: true, undoable: false, droppable: true }],
  ['receiving', { resumable: true, undoable: true, droppable: false }],
  ['complete', { resumable: true, undoable: false, droppable: false }],
  ['undone', { resumable: false, undoable: false, droppable: true }],
] as const)(
  'an interrupted capture of which %s was received is offered no more than can be done',
  (received, offers) => {
    const { db, id } = interruptedCapture(received)
    expect(knownJob(db, id)).toMatchObject(offers)
    db.close()
  },
)

test('a capture that was dropped says nothing any more of how it had ended', () => {
  const { db, id } = interruptedCapture(null)
  expect(captureOfJob(db, id)?.capture.outcome).toBe('complete')
  dropCapture(db, id, { outcome: 'dropped', sentence: 'It was dropped.' }, Instant.parse(3))
  expect(captureOfJob(db, id)).toMatchObject({
    capture: { state: 'ended', endedAt: 3, outcome: 'dropped', sentence: 'It was dropped.', stop: null },
    facts: null,
  })
  db.close()
})

test('a capture that fails waits to be gone on with where something of it lies there, and has ended where nothing does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-broken-'))
  const problem = { code: 'DISK_FULL', sentence: 'The disk is full.' }
  const end = (received: 'receiving' | 'complete' | null) => {
    const { db, id } = interruptedCapture(received)
    const state = endOfBroken({ db, folder, now: Instant.parse(3) }, { id, state: 'failed', problem })
    const known = captureOfJob(db, id)
    db.close()
    return { state, outcome: known?.capture.outcome, sentence: known?.capture.sentence }
  }
  expect(end(null)).toEqual({
    state: 'failed',
    outcome: 'nothing',
    sentence: 'The disk is full. Nothing of it is kept.',
  })
  // What was received is settled by the import that it became.
  expect(end('receiving')).toMatchObject({ state: 'failed', outcome: 'complete' })
  mkdirSync(captureStaging(folder, JobId.parse('job-capture')), { recursive: true })
  expect(end(null)).toMatchObject({ state: 'interrupted', outcome: 'complete' })
  rmSync(folder, { recursive: true })
})

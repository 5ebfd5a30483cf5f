// What is offered for a job that stopped: to take it up again only where that can be done, to undo it where something is there to undo.
import { expect, test } from 'vitest'
import {
  endJob,
  insertJob,
  interruptRunning,
  jobsNotEnded,
  knownJob,
  turnToUndo,
} from '../../../electron/core/vault/repository/job.ts'
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

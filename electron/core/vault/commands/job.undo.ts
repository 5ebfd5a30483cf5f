// The main thread starts the undoing job of an import once this is committed; what a capture had fetched is gone with the commit.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeUndo } from '../../../../shared/contract/intake.ts'
import { jobUndo } from '../../../../shared/contract/job.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { apply, type CommandContext } from '../handler.ts'
import { captureStaging } from '../packages/place.ts'
import { removeStaged, stagedSize } from '../packages/staged.ts'
import { dropCapture } from '../repository/capture/capture.ts'
import { accessionOfJob } from '../repository/intake/accession.ts'
import { endJob, knownJob, turnToUndo } from '../repository/job.ts'

const DROPPED = 'It was interrupted, and what it had fetched was dropped by a person. Nothing of it is kept.'

export default apply(jobUndo, ['jobs', 'captures'], (context, { id }) => {
  const { db, note } = context
  const { state, resumable, undoable, droppable } = knownJob(db, id)
  if (state === 'queued' || state === 'running') {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'This job waits or is at work. Nothing was taken back; cancel it first, or let it end.',
    )
  }
  if (droppable) {
    drop(context, id)
    return { operation: null }
  }
  if (!resumable && !undoable) {
    throw new MunimentError('JOB_NOT_RESUMABLE', 'This job has ended or left nothing behind. There is nothing to undo.')
  }
  if (accessionOfJob(db, id) === null) {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'Only an import or an interrupted capture can be undone. Resume this job instead, so that it ends.',
    )
  }
  turnToUndo(db, id)
  note({ job: id })
  return { operation: intakeUndo.name }
})

/** The job ends as cancelled: so it is not taken up again, and the next opening empties what could not be removed now. */
function drop({ db, folder, now, note, afterwards }: CommandContext, id: JobId): void {
  const staged = captureStaging(folder, id)
  const capture = dropCapture(db, id, { outcome: 'dropped', sentence: DROPPED }, now)
  endJob(db, id, { state: 'cancelled', result: null, problem: { code: 'CANCELLED', sentence: DROPPED }, at: now })
  note({ job: id, capture, ...stagedSize(staged) })
  afterwards(() => removeStaged(staged))
}

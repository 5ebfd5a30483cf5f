// The main thread starts the undoing job once this is committed.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { jobUndo } from '../../../../shared/contract/job.ts'
import { apply } from '../handler.ts'
import { accessionOfJob } from '../repository/intake/accession.ts'
import { knownJob, turnToUndo } from '../repository/job.ts'

export default apply(jobUndo, ['jobs'], ({ db, note }, { id }) => {
  const { resumable, undoable } = knownJob(db, id)
  if (!resumable && !undoable) {
    throw new MunimentError('JOB_NOT_RESUMABLE', 'This job has ended or left nothing behind. There is nothing to undo.')
  }
  if (accessionOfJob(db, id) === null) {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'Only an import can be undone. Resume this job instead, so that it ends.',
    )
  }
  turnToUndo(db, id)
  note({ job: id })
  return {}
})

// The main thread starts the job's thread once this is committed.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { jobResume } from '../../../../shared/contract/job.ts'
import { apply } from '../handler.ts'
import { isBlocked, isUndoing, knownJob, requeue } from '../repository/job.ts'

export default apply(jobResume, ['jobs'], ({ db, note }, { id }) => {
  const known = knownJob(db, id)
  if (isUndoing(db, id)) {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'This import is being undone. Undo it again to finish that, then import anew.',
    )
  }
  if (!known.resumable) {
    throw new MunimentError('JOB_NOT_RESUMABLE', 'This job has ended or cannot be taken up again. Start it anew.')
  }
  if (isBlocked(db, id)) {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'Another import of this account is being withdrawn. Let that end first, then resume this one.',
    )
  }
  requeue(db, id)
  note({ job: id })
  return { operation: known.kind }
})

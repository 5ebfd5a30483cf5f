// The main thread stops the job's thread once this is committed.
import { jobCancel } from '../../../../shared/contract/job.ts'
import { apply } from '../handler.ts'
import { knownJob } from '../repository/job.ts'

export default apply(jobCancel, ['jobs'], ({ db, note }, { id }) => {
  knownJob(db, id)
  note({ job: id })
  return {}
})

import { jobList } from '../../../../shared/contract/job.ts'
import { answer } from '../handler.ts'
import { listJobs } from '../repository/job.ts'

export default answer(jobList, ({ db }, { limit }) => listJobs(db, limit))

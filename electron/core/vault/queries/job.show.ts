import { jobShow } from '../../../../shared/contract/job.ts'
import { answer } from '../handler.ts'
import { knownJob } from '../repository/job.ts'

export default answer(jobShow, ({ db }, { id }) => knownJob(db, id))

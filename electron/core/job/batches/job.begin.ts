// Marks a job as running and hands back what its thread needs.
import type { JobId } from '../../../../shared/domain/id.ts'
import { jobStart, markRunning } from '../../vault/repository/job.ts'
import { batch } from '../define.ts'

export default batch<{ readonly id: JobId }, ReturnType<typeof jobStart>>(
  'job.begin',
  ['jobs'],
  ({ db, now }, { id }) => {
    markRunning(db, id, now)
    return jobStart(db, id)
  },
)

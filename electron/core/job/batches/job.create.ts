// Writes a job down before anything of it is done; says whether it is new.
import type { JobId } from '../../../../shared/domain/id.ts'
import { refuseStranger } from '../../vault/repository/account/people.ts'
import { insertJob } from '../../vault/repository/job.ts'
import { batch } from '../define.ts'

interface NewJob {
  readonly id: JobId
  readonly kind: string
  readonly label: string
  readonly input: unknown
  readonly seed: Uint8Array
}

export default batch<NewJob, boolean>('job.create', ['jobs'], ({ db, actor, now, note }, job) => {
  if (actor.person !== null) refuseStranger(db, actor.person)
  const created = insertJob(db, { ...job, actor, at: now })
  if (created) note({ job: job.id, kind: job.kind })
  return created
})

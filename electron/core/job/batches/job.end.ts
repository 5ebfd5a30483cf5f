// Ends a job with its result or its problem, and tells the ledger.
import { createHash } from 'node:crypto'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Job, JobState } from '../../../../shared/domain/job.ts'
import { endJob } from '../../vault/repository/job.ts'
import { endOfBroken } from '../broken-capture.ts'
import { batch } from '../define.ts'

interface End {
  readonly id: JobId
  readonly kind: string
  readonly state: JobState
  readonly result: unknown
  readonly problem: Job['problem']
}

export default batch<End, null>('job.end', ['jobs', 'ledger', 'captures'], (context, end) => {
  const { db, now, note, random } = context
  const state = end.state === 'succeeded' ? end.state : endOfBroken(context, end)
  endJob(db, end.id, { ...end, state, at: now })
  const salt = Buffer.from(random(16)).toString('hex')
  const result = createHash('sha256')
    .update(salt)
    .update(JSON.stringify(end.result ?? null))
    .digest('hex')
  note({ job: end.id, kind: end.kind, state, salt, result })
  return null
})

// What the main thread adds to operations on jobs: only it holds the running threads.

import { z } from 'zod'
import { jobUndo } from '../../../shared/contract/job.ts'
import { JobId } from '../../../shared/domain/id.ts'
import { Job } from '../../../shared/domain/job.ts'
import type { Supervisor } from './supervisor.ts'

const OfJob = z.object({ id: JobId })
const Resumed = z.object({ operation: z.string() })

/** Jobs as the catalog has them, with the progress of those that run. */
export function answerLive(operation: string, value: unknown, jobs: Supervisor): unknown {
  if (operation === 'job.show') return jobs.live(Job.parse(value))
  if (operation === 'job.list') return z.array(Job).parse(value).map(jobs.live)
  return value
}

/** Once a command on a job is committed: stop its thread, start it again, or start the one that undoes it, where one is needed. */
export async function afterCommand(
  operation: string,
  input: unknown,
  answer: unknown,
  jobs: Supervisor,
  start: (operation: string, input: unknown) => Promise<unknown>,
): Promise<void> {
  if (operation === 'job.cancel') jobs.cancel(OfJob.parse(input).id)
  else if (operation === 'job.resume') jobs.enqueue(OfJob.parse(input).id, Resumed.parse(answer).operation)
  else if (operation === 'job.undo') {
    const undoing = jobUndo.output.parse(answer).operation
    if (undoing !== null) await start(undoing, { import: OfJob.parse(input).id })
  }
}

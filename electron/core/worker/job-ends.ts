// How jobs ended, written down; what cannot be written yet (a full disk) is told all the same, and tried again.
import type { JobId } from '../../../shared/domain/id.ts'
import type { Job } from '../../../shared/domain/job.ts'

const AGAIN_MS = 3000

export interface JobEnd extends Pick<Job, 'state' | 'result' | 'problem'> {
  readonly id: JobId
  readonly kind: string
}

export interface JobEnds {
  /** Writes an end down. Never throws: where it cannot be written it is kept here and tried again. */
  tell(end: JobEnd): Promise<void>
  /** A job row with the end that is not written yet. */
  onto(job: Job): Job
  /** Tries no more: the next opening finds such jobs interrupted. */
  stop(): void
}

/** @param write writes an end into the job's row */
export function jobEnds(write: (end: JobEnd) => Promise<unknown>): JobEnds {
  const unwritten = new Map<JobId, JobEnd>()
  let stopped = false

  const tell = async (end: JobEnd): Promise<void> => {
    if (stopped) return
    try {
      await write(end)
      unwritten.delete(end.id)
    } catch {
      unwritten.set(end.id, end)
      setTimeout(() => void tell(end), AGAIN_MS).unref()
    }
  }

  return {
    tell,
    onto: (job) => {
      const { state, result, problem } = unwritten.get(job.id) ?? job
      return { ...job, state, result, problem }
    },
    stop: () => {
      stopped = true
    },
  }
}

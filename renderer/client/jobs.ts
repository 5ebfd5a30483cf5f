// Long work in the vault, as the window shows it.
import { jobList } from '../../shared/contract/job.ts'
import type { Job } from '../../shared/domain/job.ts'
import { useQuery } from './query.ts'

const shown = { limit: 100 }

/** The newest jobs first, kept up to date several times a second; undefined until they have come. */
export function useJobs(): readonly Job[] | undefined {
  return useQuery(jobList, shown, ['jobs'], 200).data
}

/** Whether a job is still to be waited for. */
export function isUnderWay(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running'
}

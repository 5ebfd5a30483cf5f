// How far the writing of a file is, in a sentence.
import type { JobId } from '../../shared/domain/id.ts'
import { isUnderWay, useJobs } from '../client/jobs.ts'
import { en } from '../locale/en/lists.ts'
import { translator } from '../locale/t.ts'

const t = translator(en)

export interface Writing {
  readonly job: JobId
  /** Of the file. */
  readonly name: string
}

/** The sentence; screen readers say it when it changes. */
export function HowFar({ writing }: { readonly writing: Writing }) {
  const job = useJobs()?.find(({ id }) => id === writing.job)
  return (
    <span role="status" className="soft list-told">
      {(job === undefined || isUnderWay(job)) && t('begun', { name: writing.name })}
      {job?.state === 'succeeded' && t('done', { name: writing.name })}
      {job?.problem && t('failed', { name: writing.name, why: job.problem.sentence })}
    </span>
  )
}

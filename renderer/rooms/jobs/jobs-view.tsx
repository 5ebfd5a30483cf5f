// All jobs: those under way, those that wait for a decision, those that ended.

import type { Job } from '../../../shared/domain/job.ts'
import { isUnderWay, useJobs } from '../../client/jobs.ts'
import { en } from '../../locale/en/jobs.ts'
import { translator } from '../../locale/t.ts'
import { Empty } from '../../ui/empty.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { JobCard } from './job-card.tsx'
import { WriteJobs } from './write-jobs.tsx'

const t = translator(en)

/** The room. */
export function JobsView() {
  const jobs = useJobs()
  if (!jobs) return null
  const running = jobs.filter(isUnderWay)
  const interrupted = jobs.filter((job) => job.state === 'interrupted')
  const ended = jobs.filter((job) => !isUnderWay(job) && job.state !== 'interrupted')
  return (
    <Page title={t('title')} about={t('about')} actions={jobs.length > 0 && <WriteJobs jobs={jobs} />}>
      {jobs.length === 0 && (
        <Empty icon="jobs" title={t('none')}>
          {t('noneAbout')}
        </Empty>
      )}
      <Group title={t('needYou')} about={t('needYouAbout')} jobs={interrupted} />
      <Group title={t('underWay')} jobs={running} />
      <Group title={t('ended')} jobs={ended} />
    </Page>
  )
}

function Group({
  title,
  about,
  jobs,
}: {
  readonly title: string
  readonly about?: string
  readonly jobs: readonly Job[]
}) {
  if (jobs.length === 0) return null
  return (
    <Section title={title}>
      {about && <p className="soft">{about}</p>}
      <ul className="cards">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobCard job={job} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

// The jobs written into a file, a line each.
import type { Job } from '../../../shared/domain/job.ts'
import { useVault } from '../../client/vault.ts'
import { WriteMenu } from '../../list/write-menu.tsx'
import { writeShown } from '../../list/write-shown.ts'
import { en } from '../../locale/en/jobs.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { stateWord, workFacts, workTitle } from '../../locale/work.ts'

const t = translator(en)

/** The menu. */
export function WriteJobs({ jobs }: { readonly jobs: readonly Job[] }) {
  const { zone } = useVault().summary
  const columns = (['columnJob', 'columnState', 'columnAsked', 'columnEnded', 'columnFacts'] as const).map((title) => ({
    title: t(title),
    number: false,
  }))
  const rows = jobs.map((job) => [
    workTitle(job),
    stateWord(job.state),
    formatInstant(job.createdAt, zone, 'moment'),
    job.endedAt === null ? '' : formatInstant(job.endedAt, zone, 'moment'),
    [...workFacts(job), ...(job.problem ? [job.problem.sentence] : [])].join('; '),
  ])
  return (
    <WriteMenu
      title={t('title')}
      file="jobs"
      write={(format, to) => writeShown(t('title'), { columns, rows }, format, to)}
    />
  )
}

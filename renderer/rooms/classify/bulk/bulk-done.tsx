// A decision on many records while it is made and right after, with what takes it back.

import { jobShow } from '../../../../shared/contract/job.ts'
import { classifySearch } from '../../../../shared/contract/schedule.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Job } from '../../../../shared/domain/job.ts'
import type { Output } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/bulk.ts'
import { translator } from '../../../locale/t.ts'
import { stateWord } from '../../../locale/work.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { ResumeBulk } from './resume-bulk.tsx'
import { UndoBulk } from './undo-bulk.tsx'

const t = translator(en)

/** How far it is. */
export function BulkDone({ job }: { readonly job: JobId }) {
  const { data } = useQuery(jobShow, { id: job }, ['jobs'], 200)
  if (!data || data.state === 'queued' || data.state === 'running') {
    return (
      <div role="status">
        <p>{t('assigning')}</p>
        <Progress label={t('assigning')} done={data?.done ?? 0} total={data?.total ?? null} />
      </div>
    )
  }
  const done = resultOf(data)
  if (done === null) {
    return (
      <Notice tone="bad" actions={data.resumable && <ResumeBulk bulk={null} job={job} />}>
        {t('failed', { why: data.problem?.sentence ?? stateWord(data.state) })}
      </Notice>
    )
  }
  return (
    <Notice tone="good" actions={done.bulk !== null && <UndoBulk bulk={done.bulk} />}>
      {t('assigned', { count: done.classified })} {done.same > 0 && t('same', { count: done.same })}{' '}
      {done.guarded > 0 && t('guarded', { count: done.guarded })}
    </Notice>
  )
}

function resultOf({ state, result }: Job): Output<typeof classifySearch> | null {
  return state === 'succeeded' ? (classifySearch.output.safeParse(result).data ?? null) : null
}

// A change of the time zone under way, and how it ended.
import { jobShow } from '../../../shared/contract/job.ts'
import { zoneChange } from '../../../shared/contract/zone.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { isUnderWay } from '../../client/jobs.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { stateWord } from '../../locale/work.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'

const t = translator(en)

/** The part. */
export function ZoneOutcome({ job, onClose }: { readonly job: JobId; readonly onClose: () => void }) {
  const { data } = useQuery(jobShow, { id: job }, ['jobs'], 200)
  const done = data?.state === 'succeeded' ? zoneChange.output.safeParse(data.result).data : undefined
  const ended = data !== undefined && !isUnderWay(data)
  return (
    <div className="form">
      {!ended && (
        <div role="status">
          <p>{t('zoneUnder')}</p>
          <Progress label={t('zoneUnder')} done={data?.done ?? 0} total={data?.total ?? null} />
        </div>
      )}
      {done && (
        <Notice tone="good">
          {t('zoneDone', { zone: done.zone.replaceAll('_', ' ') })}{' '}
          {done.held > 0 && t('zoneHeld', { count: done.held })}
        </Notice>
      )}
      {ended && !done && (
        <Notice tone="bad">{t('zoneFailed', { why: data.problem?.sentence ?? stateWord(data.state) })}</Notice>
      )}
      <div className="form-actions">
        <Button look="strong" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

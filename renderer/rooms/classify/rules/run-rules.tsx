// Running the rules in force, and what came of it.
import { useState } from 'react'
import { jobShow } from '../../../../shared/contract/job.ts'
import { classifyRules } from '../../../../shared/contract/schedule.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/rules.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Progress } from '../../../ui/progress.tsx'

const t = translator(en)

/** The button, the progress, the result. @param set the set in force */
export function RunRules({ set }: { readonly set: number }) {
  const [job, setJob] = useState<JobId | null>(null)
  const running = useAction(async () => setJob(await start(classifyRules, {})))
  const { data } = useQuery(jobShow, job === null ? null : { id: job }, ['jobs'], 200)
  const underWay = job !== null && (!data || data.state === 'queued' || data.state === 'running')
  const done = data?.state === 'succeeded' ? classifyRules.output.safeParse(data.result).data : undefined
  return (
    <div className="run-rules">
      <p className="soft">{t('saved', { set })}</p>
      <RefusalNotice refusal={running.refusal ?? data?.problem ?? null} />
      {underWay && <Progress label={t('running')} done={data?.done ?? 0} total={data?.total ?? null} />}
      {done && (
        <Notice tone="good">
          {t('ran', { count: done.classified })}{' '}
          {t('ranRest', { looked: formatCount(done.looked), byHand: formatCount(done.byHand) })}
        </Notice>
      )}
      <div className="form-actions start">
        <Button look="strong" icon="play" busy={running.busy || underWay} onPress={() => void running.go()}>
          {t('run')}
        </Button>
      </div>
    </div>
  )
}

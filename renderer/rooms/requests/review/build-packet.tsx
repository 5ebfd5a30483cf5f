// Building the packet from the review, and why it was not built where it was not.
import { useState } from 'react'
import { packetBuild } from '../../../../shared/contract/request.ts'
import type { JobId, RequestId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { isUnderWay, useJobs } from '../../../client/jobs.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { address } from '../../../workspace/route.ts'

const t = translator(en)

/** The button, and what became of what it began. */
export function BuildPacket({ request }: { readonly request: RequestId }) {
  const [begun, setBegun] = useState<JobId | null>(null)
  const job = useJobs()?.find(({ id }) => id === begun)
  const building = useAction(async () => {
    const target = await chooseTarget(`packet-${request}.zip`)
    if (target) setBegun(await start(packetBuild, { request, to: target.grant }))
  })
  const under = begun !== null && (job === undefined || isUnderWay(job))
  return (
    <>
      <div>
        <Button look="strong" icon="file" onPress={() => void building.go()} busy={building.busy || under}>
          {t('build')}
        </Button>
      </div>
      <RefusalNotice refusal={building.refusal} />
      {under && (
        <div role="status">
          {t('buildUnder')}
          <Progress label={t('buildUnder')} done={job?.done ?? 0} total={job?.total ?? null} />
        </div>
      )}
      {job?.state === 'succeeded' && (
        <Notice tone="good" actions={<a href={address('requests', [request])}>{t('packets')}</a>}>
          {t('buildDone')}
        </Notice>
      )}
      {job && !under && job.state !== 'succeeded' && (
        <Notice tone="bad" title={t('buildStopped')} actions={<a href={address('jobs')}>{t('buildJobs')}</a>}>
          {job.problem?.sentence}
        </Notice>
      )}
    </>
  )
}

// A capture under way: its progress, and at its end the way to it.
import { useEffect } from 'react'
import { captureRun } from '../../../shared/contract/capture.ts'
import { jobCancel, jobShow } from '../../../shared/contract/job.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { isUnderWay } from '../../client/jobs.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { stateWord, workFacts, workTitle } from '../../locale/work.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { Work } from '../../ui/work.tsx'
import { address, go } from '../../workspace/route.ts'

const t = translator(en)

/** The progress. */
export function CaptureProgress({ id }: { readonly id: JobId }) {
  const { data: job, refusal } = useQuery(jobShow, { id }, ['jobs'], 150)
  const cancel = useAction(() => run(jobCancel, { id }))
  useEffect(() => {
    if (job?.state !== 'succeeded') return
    const result = captureRun.output.safeParse(job.result)
    go(result.success ? address('captures', [result.data.capture]) : address('captures'), true)
  }, [job])
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (!job) return null
  if (!isUnderWay(job) && job.state !== 'succeeded') {
    return (
      <Notice
        tone={job.state === 'failed' ? 'bad' : 'warn'}
        title={`${t('stopped')}: ${stateWord(job.state)}`}
        actions={<a href={address('jobs')}>{t('toJobs')}</a>}
      >
        {job.problem?.sentence ?? t('stoppedAbout')}
      </Notice>
    )
  }
  return (
    <div className="card">
      <p role="status" className="visually-hidden">
        {job.stage}
      </p>
      <RefusalNotice refusal={cancel.refusal} />
      <Work
        title={<PlainText text={workTitle(job)} />}
        label={t('running')}
        state={<span className="soft">{job.stage}</span>}
        facts={workFacts(job)}
        bar={{ done: job.done, total: job.total }}
        actions={
          <Button onPress={() => void cancel.go()} busy={cancel.busy}>
            {t('stop')}
          </Button>
        }
      />
    </div>
  )
}

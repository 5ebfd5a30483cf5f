// A job that a room began: its progress, how it can be stopped, and at its end the way to what came of it.
import { useEffect } from 'react'
import { jobCancel, jobResume, jobShow } from '../../shared/contract/job.ts'
import type { JobId } from '../../shared/domain/id.ts'
import type { Job } from '../../shared/domain/job.ts'
import { useAction } from '../client/action.ts'
import { run } from '../client/call.ts'
import { isUnderWay } from '../client/jobs.ts'
import { useQuery } from '../client/query.ts'
import { en } from '../locale/en/work.ts'
import { translator } from '../locale/t.ts'
import { stateWord, workFacts, workTitle } from '../locale/work.ts'
import { Button } from '../ui/button.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { PlainText } from '../ui/plain-text.tsx'
import { Work } from '../ui/work.tsx'
import { address, go } from '../workspace/route.ts'

const t = translator(en)

interface Props {
  readonly id: JobId
  /** Where its result is shown. */
  readonly to: (result: unknown) => string
  /** The room's own words. */
  readonly words: {
    readonly running: string
    readonly stop: string
    /** What stopping keeps; none where the button says it all. */
    readonly stopAbout?: string
    readonly stopped: string
    readonly stoppedAbout: string
  }
}

/** The progress. */
export function JobProgress({ id, to, words }: Props) {
  const { data: job, refusal } = useQuery(jobShow, { id }, ['jobs'], 150)
  useEffect(() => {
    if (job?.state === 'succeeded') go(to(job.result), true)
  }, [job, to])
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (!job) return null
  return isUnderWay(job) || job.state === 'succeeded' ? (
    <Running job={job} words={words} />
  ) : (
    <Stopped job={job} words={words} />
  )
}

type OfJob = Pick<Props, 'words'> & { readonly job: Job }

function Running({ job, words }: OfJob) {
  const cancel = useAction(() => run(jobCancel, { id: job.id }))
  return (
    <div className="card">
      {/* The stage is announced, not every number. */}
      <p role="status" className="visually-hidden">
        {job.stage}
      </p>
      <RefusalNotice refusal={cancel.refusal} />
      <Work
        title={<PlainText text={workTitle(job)} />}
        label={words.running}
        state={<span className="soft">{job.stage}</span>}
        facts={workFacts(job)}
        bar={{ done: job.done, total: job.total }}
        actions={
          <Button onPress={() => void cancel.go()} busy={cancel.busy}>
            {words.stop}
          </Button>
        }
      >
        {words.stopAbout && <p className="soft">{words.stopAbout}</p>}
      </Work>
    </div>
  )
}

function Stopped({ job, words }: OfJob) {
  const resume = useAction(() => run(jobResume, { id: job.id }))
  return (
    <Notice
      tone={job.state === 'failed' ? 'bad' : 'warn'}
      title={`${words.stopped}: ${stateWord(job.state)}`}
      actions={
        <>
          {job.resumable && job.state !== 'failed' && (
            <Button onPress={() => void resume.go()} busy={resume.busy}>
              {t('resume')}
            </Button>
          )}
          <a href={address('jobs')}>{t('toJobs')}</a>
        </>
      }
    >
      {job.problem?.sentence ?? words.stoppedAbout}
      <RefusalNotice refusal={resume.refusal} />
    </Notice>
  )
}

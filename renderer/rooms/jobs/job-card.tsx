// One job: how far it is, and cancel, resume and undo where they apply.
import { jobCancel, jobResume, jobUndo } from '../../../shared/contract/job.ts'
import type { Job } from '../../../shared/domain/job.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { isUnderWay } from '../../client/jobs.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/jobs.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { stateWord, workFacts, workTitle } from '../../locale/work.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { Work } from '../../ui/work.tsx'
import { CheckResult } from './check-result.tsx'
import { DropButton } from './drop-button.tsx'

const t = translator(en)
const tones = {
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'plain',
  interrupted: 'warn',
  queued: 'plain',
  running: 'accent',
} as const
const icons = {
  succeeded: 'done',
  failed: 'bad',
  cancelled: 'close',
  interrupted: 'warning',
  queued: 'circle',
  running: 'jobs',
} as const

/** The card. */
export function JobCard({ job }: { readonly job: Job }) {
  const { zone } = useVault().summary
  const under = isUnderWay(job)
  const facts = workFacts(job)
  if (job.endedAt !== null) facts.push(t('endedAt', { when: formatInstant(job.endedAt, zone, 'moment') }))
  else if (!under) facts.push(t('startedAt', { when: formatInstant(job.createdAt, zone, 'moment') }))
  return (
    <Work
      title={<PlainText text={workTitle(job)} />}
      label={`${workTitle(job)}, ${stateWord(job.state)}`}
      state={
        under && job.stage !== '' ? (
          <span className="soft">{job.stage}</span>
        ) : (
          <Chip tone={tones[job.state]} icon={icons[job.state]}>
            {stateWord(job.state)}
          </Chip>
        )
      }
      facts={facts}
      bar={under ? { done: job.done, total: job.total } : null}
      actions={<JobActions job={job} />}
    >
      <CheckResult job={job} />
      {job.problem && <Notice tone={job.state === 'cancelled' ? 'info' : 'bad'}>{job.problem.sentence}</Notice>}
    </Work>
  )
}

function JobActions({ job }: { readonly job: Job }) {
  const cancel = useAction(() => run(jobCancel, { id: job.id }))
  const resume = useAction(() => run(jobResume, { id: job.id }))
  const undo = useAction(() => run(jobUndo, { id: job.id }))
  const stopped = job.state === 'interrupted' || job.state === 'cancelled' || job.state === 'failed'
  return (
    <>
      <RefusalNotice refusal={cancel.refusal ?? resume.refusal ?? undo.refusal} />
      {isUnderWay(job) && (
        <Button look="quiet" onPress={() => void cancel.go()} busy={cancel.busy}>
          {t('cancel')}
        </Button>
      )}
      {/* A decision on many records is taken back where it is listed, in Classify. */}
      {stopped && job.undoable && (
        <Button look="quiet" icon="undo" onPress={() => void undo.go()} busy={undo.busy}>
          {t('undo')}
        </Button>
      )}
      {job.droppable && <DropButton job={job} />}
      {stopped && job.resumable && (
        <Button icon="play" onPress={() => void resume.go()} busy={resume.busy}>
          {t('resume')}
        </Button>
      )}
    </>
  )
}

// Going on with a decision on many records that was stopped.
import { jobResume } from '../../../../shared/contract/job.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/bulk.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The button. @param bulk the decision, where several are listed */
export function ResumeBulk({ bulk, job }: { readonly bulk: number | null; readonly job: JobId }) {
  const resuming = useAction(() => run(jobResume, { id: job }))
  return (
    <>
      <Button icon="play" busy={resuming.busy} onPress={() => void resuming.go()}>
        {t('resume')}
        {bulk !== null && <span className="visually-hidden"> {t('resumeOf', { id: bulk })}</span>}
      </Button>
      <RefusalNotice refusal={resuming.refusal} />
    </>
  )
}

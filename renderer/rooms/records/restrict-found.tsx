// Restricting everything that a search finds, as one act, with what takes it back at once.
import { useState } from 'react'
import { jobShow } from '../../../shared/contract/job.ts'
import { restrictionFound, restrictionUndo } from '../../../shared/contract/restriction.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RestrictForm } from './restrict-form.tsx'

const t = translator(en)

interface Props {
  readonly words: string
  /** How many records the search finds; null while they are counted. */
  readonly count: number | null
}

/** The button with its dialog, which stays until the act is done and can be undone there. */
export function RestrictFound({ words, count }: Props) {
  const [open, setOpen] = useState(false)
  const [job, setJob] = useState<JobId | null>(null)
  const close = () => {
    setOpen(false)
    setJob(null)
  }
  return (
    <>
      <Button look="quiet" icon="hidden" disabled={words.trim() === '' || !count} onPress={() => setOpen(true)}>
        {t('found')}
      </Button>
      <Dialog title={t('foundTitle', { count: count ?? 0 })} open={open} onClose={close}>
        {job === null ? (
          <RestrictForm
            about={t('foundAbout')}
            act={t('foundDo')}
            onCancel={close}
            onDo={async (restriction) => setJob(await start(restrictionFound, { search: words, restriction }))}
          />
        ) : (
          <Done job={job} onClose={close} />
        )}
      </Dialog>
    </>
  )
}

function Done({ job, onClose }: { readonly job: JobId; readonly onClose: () => void }) {
  const { data } = useQuery(jobShow, { id: job }, ['jobs'], 200)
  const [lifted, setLifted] = useState<number | null>(null)
  const undoing = useAction(async (act: number) => setLifted((await run(restrictionUndo, { act })).lifted))
  const done = data?.state === 'succeeded' ? restrictionFound.output.safeParse(data.result).data : undefined
  const ended = data !== undefined && !['queued', 'running'].includes(data.state)
  const act = done?.act ?? null
  return (
    <div className="form">
      {!ended && (
        <div role="status">
          <p>{t('foundUnder')}</p>
          <Progress label={t('foundUnder')} done={data?.done ?? 0} total={data?.total ?? null} />
        </div>
      )}
      {ended && !done && <Notice tone="bad">{t('foundFailed', { why: data.problem?.sentence ?? data.state })}</Notice>}
      {done && lifted === null && (
        <Notice tone="good">
          {t('foundDone', { count: done.restricted })} {done.already > 0 && t('foundAlready', { count: done.already })}
        </Notice>
      )}
      {lifted !== null && <Notice tone="good">{t('undone', { count: lifted })}</Notice>}
      <RefusalNotice refusal={undoing.refusal} />
      <div className="form-actions">
        {act !== null && lifted === null && (
          <Button icon="undo" busy={undoing.busy} onPress={() => void undoing.go(act)}>
            {t('undo')}
          </Button>
        )}
        <Button look="strong" onPress={onClose} autoFocus>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

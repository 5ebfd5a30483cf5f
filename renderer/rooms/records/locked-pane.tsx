// What stands in place of a locked record: the ground, and what a written order may do.
import { type FormEvent, useEffect, useState } from 'react'
import { lockList, recordRemove, recordUnlock } from '../../../shared/contract/correction.ts'
import { jobShow } from '../../../shared/contract/job.ts'
import type { JobId, RecordId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/corrections.ts'
import { en as restricted } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)
const tg = translator(restricted)
type Act = 'lift' | 'remove'

interface Props {
  readonly id: RecordId
  readonly onBack: () => void
}

/** The pane. */
export function LockedPane({ id, onBack }: Props) {
  const { zone } = useVault().summary
  const { data } = useQuery(lockList, {}, ['records'], 1000)
  const [act, setAct] = useState<Act | null>(null)
  const [job, setJob] = useState<JobId | null>(null)
  const lock = data?.find(({ record, endedAt }) => record === id && endedAt === null)
  return (
    <Empty
      icon="lock"
      title={t('locked')}
      actions={
        <div className="form-actions">
          <Button onPress={() => setAct('lift')}>{t('lift')}</Button>
          <Button look="danger" onPress={() => setAct('remove')}>
            {t('remove')}
          </Button>
        </div>
      }
    >
      {lock &&
        t('lockedSince', {
          ground: tg(`lock.${lock.basis}`),
          when: formatInstant(lock.lockedAt, zone, 'moment'),
          reason: lock.reason,
        })}
      {job !== null && <Removal job={job} onRemoved={onBack} />}
      <Dialog title={act === null ? '' : t(`${act}Title`)} open={act !== null} onClose={() => setAct(null)}>
        {act !== null && (
          <OrderForm id={id} act={act} onCancel={() => setAct(null)} onDone={() => setAct(null)} onJob={setJob} />
        )}
      </Dialog>
    </Empty>
  )
}

/** How far the removal is, or why it was refused: an order is carried out only when this says nothing more. */
function Removal({ job, onRemoved }: { readonly job: JobId; readonly onRemoved: () => void }) {
  const { data } = useQuery(jobShow, { id: job }, ['jobs'], 500)
  const done = data?.state === 'succeeded'
  useEffect(() => {
    if (done) onRemoved()
  }, [done, onRemoved])
  if (data?.problem) return <RefusalNotice refusal={data.problem} />
  return <span role="status">{t('began')}</span>
}

interface FormProps {
  readonly id: RecordId
  readonly act: Act
  readonly onCancel: () => void
  readonly onDone: () => void
  readonly onJob: (job: JobId) => void
}

function OrderForm({ id, act, onCancel, onDone, onJob }: FormProps) {
  const [order, setOrder] = useState<ChosenFile | null>(null)
  const doing = useAction(async () => {
    if (order === null) return
    if (act === 'lift') await run(recordUnlock, { record: id, order })
    else onJob(await start(recordRemove, { record: id, order }))
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void doing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t(`${act}About`)}</p>
      <FileField label={t('order')} choose={t('chooseFile')} value={order} onChange={setOrder} />
      <RefusalNotice refusal={doing.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button look={act === 'remove' ? 'danger' : 'strong'} submit busy={doing.busy} disabled={order === null}>
          {t(`${act}Do`)}
        </Button>
      </div>
    </form>
  )
}

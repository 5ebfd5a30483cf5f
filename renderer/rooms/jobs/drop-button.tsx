// Dropping what an interrupted capture had fetched, after a question: it may not be there to fetch again.
import { type FormEvent, useState } from 'react'
import { jobUndo } from '../../../shared/contract/job.ts'
import type { Job } from '../../../shared/domain/job.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/jobs.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { workTitle } from '../../locale/work.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)

/** The button and its question. */
export function DropButton({ job }: { readonly job: Job }) {
  const { zone } = useVault().summary
  const [open, setOpen] = useState(false)
  const dropping = useAction(async () => {
    await run(jobUndo, { id: job.id })
    setOpen(false)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void dropping.go()
  }
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('drop')}
        <span className="visually-hidden"> {t('dropOf', { job: workTitle(job) })}</span>
      </Button>
      <Dialog title={t('drop')} open={open} onClose={() => setOpen(false)}>
        <form className="form" onSubmit={submit}>
          <p>
            <PlainText text={workTitle(job)} />,{' '}
            {t('startedAt', { when: formatInstant(job.createdAt, zone, 'moment') })}
          </p>
          <p className="soft">{t('dropAbout')}</p>
          <FormEnd action={dropping} cancel={t('dropNot')} onCancel={() => setOpen(false)} danger>
            {t('dropDo')}
          </FormEnd>
        </form>
      </Dialog>
    </>
  )
}

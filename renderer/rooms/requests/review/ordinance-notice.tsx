// A withholding on a permissive exemption alone asks what the ordinance requires: said before anything is signed, and answered there.
import { type FormEvent, useState } from 'react'
import { reviewOrdinance } from '../../../../shared/contract/review.ts'
import type { OrdinanceAnswer } from '../../../../shared/domain/review/review.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/ordinance.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { OrdinanceWords, ordinanceLacks } from './ordinance-field.tsx'
import type { Review } from './use-review.ts'

const t = translator(en)
const blank: OrdinanceAnswer = { requiresRelease: false, by: '', why: '' }

interface Props {
  readonly request: Review['request']
  readonly exemption: string
  readonly citation: string
  readonly records: number
}

/** The notice with its dialog. */
export function OrdinanceNotice({ request, exemption, citation, records }: Props) {
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState(blank)
  const action = useAction(async () => {
    await run(reviewOrdinance, { request, exemption, answer })
    close()
  })
  function close() {
    setOpen(false)
    setAnswer(blank)
    action.forget()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ordinanceLacks(answer) === null) void action.go()
  }
  return (
    <>
      <Notice
        tone="warn"
        actions={
          <Button look="plain" onPress={() => setOpen(true)}>
            {t('answer')}
          </Button>
        }
      >
        {t('stands', { citation, count: records })}
      </Notice>
      <Dialog title={t('title', { citation })} open={open} onClose={close}>
        <form className="form" onSubmit={submit} noValidate>
          <p className="soft">{t('about')}</p>
          <OrdinanceWords answer={answer} onAnswer={setAnswer} />
          <FormEnd action={action} cancel={t('cancel')} onCancel={close} disabled={ordinanceLacks(answer) !== null}>
            {t('do')}
          </FormEnd>
        </form>
      </Dialog>
    </>
  )
}

// Something that is done for a reason, in a dialog.
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../../shared/contract/error.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly about: string
  /** The word on the button that does it. */
  readonly act: string
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

/** The form. */
export function ReasonForm({ about, act, busy, refusal, onReason, onCancel }: Props) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <Field label={t('reason')} value={reason} onChange={setReason} required autoFocus />
      <RefusalNotice refusal={refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  )
}

// Why a letter is put aside.
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../../../shared/contract/error.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

/** The form. */
export function ReasonForm({ busy, refusal, onReason, onCancel }: Props) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onReason(reason)
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('discardAbout')}</p>
      <Field label={t('why')} value={reason} onChange={setReason} required autoFocus />
      <RefusalNotice refusal={refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={busy}>
          {t('discard')}
        </Button>
      </div>
    </form>
  )
}

// A decision on a record that wants its reason.
import { type FormEvent, useState } from 'react'
import { useAction } from '../../client/action.ts'
import { en } from '../../locale/en/corrections.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly about: string
  readonly label: string
  readonly act: string
  readonly onCancel: () => void
  readonly onDo: (reason: string) => Promise<void>
}

/** The form; it stays open where the decision is refused, and says why. */
export function ReasonForm({ about, label, act, onCancel, onDo }: Props) {
  const [reason, setReason] = useState('')
  const doing = useAction(() => onDo(reason))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void doing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <Field label={label} value={reason} onChange={setReason} lines={2} required />
      <FormEnd action={doing} cancel={t('cancel')} onCancel={onCancel} disabled={reason.trim() === ''}>
        {act}
      </FormEnd>
    </form>
  )
}

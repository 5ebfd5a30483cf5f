// What is done for a reason: the form that asks for it.
import { type FormEvent, useState } from 'react'
import { Field } from './field.tsx'
import { FormEnd } from './form-end.tsx'

interface Props extends Pick<Parameters<typeof FormEnd>[0], 'action' | 'cancel' | 'onCancel'> {
  readonly about: string
  /** The name of the field. */
  readonly label: string
  readonly hint?: string
  readonly lines?: number
  /** False where something else is asked above it. */
  readonly autoFocus?: boolean
  /** The word on the button that does it. */
  readonly act: string
  readonly onReason: (reason: string) => void
}

/** The form; it stays open where what it does is refused, and says why. Without a reason nothing is done. */
export function ReasonForm({ about, label, hint, lines = 2, autoFocus = true, act, onReason, ...end }: Props) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <Field
        label={label}
        value={reason}
        onChange={setReason}
        {...(hint === undefined ? {} : { hint })}
        lines={lines}
        required
        autoFocus={autoFocus}
      />
      <FormEnd {...end} disabled={reason.trim() === ''}>
        {act}
      </FormEnd>
    </form>
  )
}

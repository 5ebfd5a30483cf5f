// A form that asks for words and does something with them.
import { type FormEvent, type ReactNode, useState } from 'react'
import { useAction } from '../../../client/action.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly about?: ReactNode
  readonly label: string
  readonly hint?: string
  readonly onSay: (words: string) => Promise<void>
  readonly onDone: () => void
}

/** The form. */
export function SaidForm({ about, label, hint = '', onSay, onDone }: Props) {
  const [words, setWords] = useState('')
  const saying = useAction(async () => {
    await onSay(words)
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saying.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      {about && <p className="soft">{about}</p>}
      <Field label={label} value={words} onChange={setWords} hint={hint} lines={3} required autoFocus />
      <FormEnd action={saying} cancel={t('cancel')} onCancel={onDone}>
        {t('enterIt')}
      </FormEnd>
    </form>
  )
}

// Until when the file of a closed request is kept, and by which authority.
import { type FormEvent, useState } from 'react'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { en } from '../../locale/en/request-search.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly onKeep: (until: LocalDate, authority: string) => Promise<unknown>
  readonly onDone: () => void
}

/** The form. */
export function KeepForm({ onKeep, onDone }: Props) {
  const [until, setUntil] = useState('')
  const [authority, setAuthority] = useState('')
  const keeping = useAction(async () => {
    await onKeep(LocalDate.parse(until), authority)
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keeping.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field
        type="date"
        label={t('until')}
        value={until}
        onChange={setUntil}
        hint={t('untilHint')}
        required
        autoFocus
      />
      <Field label={t('authority')} value={authority} onChange={setAuthority} hint={t('authorityHint')} required />
      <FormEnd action={keeping} cancel={t('cancel')} onCancel={onDone}>
        {t('enterIt')}
      </FormEnd>
    </form>
  )
}

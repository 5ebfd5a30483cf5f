// Who answers for the log-in of an account, and how often it is to be changed.
import { type FormEvent, useState } from 'react'
import { loginDuty } from '../../../../shared/contract/login.ts'
import { LoginDuty } from '../../../../shared/domain/account/login.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'

const t = translator(en)
const parts = ['owner', 'recovery', 'secondFactor'] as const

interface Props {
  readonly account: AccountId
  readonly duty: LoginDuty | null
  readonly onDone: () => void
}

/** The form. */
export function DutyForm({ account, duty, onDone }: Props) {
  const [words, setWords] = useState({
    owner: duty?.owner ?? '',
    recovery: duty?.recovery ?? '',
    secondFactor: duty?.secondFactor ?? '',
  })
  const [months, setMonths] = useState(String(duty?.rotateMonths ?? ''))
  const said = LoginDuty.safeParse({ ...words, rotateMonths: months.trim() === '' ? null : Number(months) })
  const saving = useAction(async () => {
    if (!said.success) return
    await run(loginDuty, { account, duty: said.data })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      {parts.map((part, place) => (
        <Field
          key={part}
          label={t(part)}
          value={words[part]}
          onChange={(value) => setWords((before) => ({ ...before, [part]: value }))}
          autoFocus={place === 0}
        />
      ))}
      <Field
        label={t('rotateMonths')}
        hint={t('monthsHint')}
        value={months}
        onChange={setMonths}
        error={said.success ? undefined : t('monthsWrong')}
      />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

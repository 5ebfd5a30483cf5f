// Writing down what was done on an entry of the registers.
import { type FormEvent, useState } from 'react'
import { type OfficeEntry, officeAct } from '../../../shared/contract/office.ts'
import type { OfficeAct } from '../../../shared/domain/office/office.ts'
import { officeLine } from '../../../shared/domain/office/office-words.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly entry: OfficeEntry
  readonly act: OfficeAct
  readonly onDone: () => void
}

/** The form. */
export function ActForm({ entry, act, onDone }: Props) {
  const { zone } = useVault().summary
  const [on, setOn] = useState(() => String(todayIn(zone)))
  const [by, setBy] = useState('')
  const [words, setWords] = useState('')
  const saving = useAction(async () => {
    await run(officeAct, { id: entry.id, act, on, by, words })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">
        <bdi>{officeLine(entry.said)}</bdi>
      </p>
      <Field type="date" label={t('on')} value={on} onChange={setOn} required />
      <Field label={t('doer')} value={by} onChange={setBy} required autoFocus />
      <Field label={t('why')} value={words} onChange={setWords} lines={2} />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('actDo')}
      </FormEnd>
    </form>
  )
}

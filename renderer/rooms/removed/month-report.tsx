// The report of a month, written as a PDF.
import { type FormEvent, useState } from 'react'
import { removedExport } from '../../../shared/contract/removed.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

/** The form. */
export function MonthReport({ onDone }: { readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [month, setMonth] = useState(() => todayIn(zone).slice(0, 7))
  const writing = useAction(async () => {
    const target = await chooseTarget(`removed-${month}.pdf`)
    if (target === null) return
    await start(removedExport, { month, format: 'pdf', to: target.grant })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void writing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field type="month" label={t('monthField')} value={month} onChange={setMonth} required autoFocus />
      <FormEnd action={writing} cancel={t('cancel')} onCancel={onDone}>
        {t('monthDo')}
      </FormEnd>
    </form>
  )
}

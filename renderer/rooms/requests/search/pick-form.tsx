// Taking records in by hand, or leaving them out.
import { type FormEvent, useState } from 'react'
import { searchPick } from '../../../../shared/contract/request-search.ts'
import { RecordId, type RequestId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)
const acts = ['added', 'removed'] as const

/** The form. */
export function PickForm({ request, onDone }: { readonly request: RequestId; readonly onDone: () => void }) {
  const [numbers, setNumbers] = useState('')
  const [act, setAct] = useState<(typeof acts)[number]>('added')
  const [reason, setReason] = useState('')
  const records = (numbers.match(/\d+/g) ?? []).flatMap((one) => RecordId.safeParse(Number(one)).data ?? [])
  const picking = useAction(async () => {
    await run(searchPick, { request, records, act, reason })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void picking.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('record')} value={numbers} onChange={setNumbers} hint={t('recordHint')} required autoFocus />
      <Picker
        label={t('act')}
        value={act}
        onChange={(id) => setAct(acts.find((one) => one === id) ?? 'added')}
        choices={acts.map((id) => ({ id, label: t(`do.${id}`) }))}
      />
      <Field label={t('why')} value={reason} onChange={setReason} prose required />
      <FormEnd action={picking} cancel={t('cancel')} onCancel={onDone} disabled={records.length === 0}>
        {t('enterIt')}
      </FormEnd>
    </form>
  )
}

// Entering that fees were asked for, paid, or waived.
import { type FormEvent, useState } from 'react'
import { feeInvoice, feeSettle } from '../../../../shared/contract/fee.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import type { RequestFee } from '../../../../shared/domain/request/fee.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/fees.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestId
  readonly fee: RequestFee
  /** Whether they were asked for; else they were paid or waived. */
  readonly invoice: boolean
  readonly today: LocalDate
  readonly onDone: () => void
}

/** The form. */
export function SettleForm({ request, fee: { number, state }, invoice, today, onDone }: Props) {
  const [on, setOn] = useState(today)
  // What was never asked for can only be waived.
  const ways = state === 'invoiced' ? (['paid', 'waived'] as const) : (['waived'] as const)
  const [how, setHow] = useState<'paid' | 'waived'>(ways[0])
  const [words, setWords] = useState('')
  const entering = useAction(async () => {
    if (invoice) await run(feeInvoice, { request, number, on })
    else await run(feeSettle, { request, number, how, on, words })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field
        type="date"
        label={t(invoice ? 'invoicedOn' : 'on')}
        value={on}
        onChange={(text) => setOn(LocalDate.safeParse(text).data ?? on)}
        required
      />
      {!invoice && (
        <>
          <Picker
            label={t('how')}
            value={how}
            onChange={(id) => setHow(ways.find((way) => way === id) ?? 'waived')}
            choices={ways.map((id) => ({ id, label: t(`how.${id}`) }))}
          />
          <Field label={t('words')} value={words} onChange={setWords} prose required />
        </>
      )}
      <FormEnd action={entering} cancel={t('cancel')} onCancel={onDone}>
        {t('enterIt')}
      </FormEnd>
    </form>
  )
}

// Taking records out of a plan: they stay, and what is left is still approved.
import { type FormEvent, useState } from 'react'
import { purgeStrike } from '../../../shared/contract/approval.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/destruction.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly plan: PlanSummary
  readonly open: boolean
  readonly onDone: () => void
}

/** The dialog. */
export function StrikeForm({ plan, open, onDone }: Props) {
  return (
    <Dialog title={t('strikeTitle')} open={open} onClose={onDone}>
      <Striking plan={plan} onDone={onDone} />
    </Dialog>
  )
}

function Striking({ plan, onDone }: Omit<Props, 'open'>) {
  const [numbers, setNumbers] = useState('')
  const [reason, setReason] = useState('')
  const striking = useAction(async () => {
    const records = numbers.split(/[\s,;]+/).flatMap((one) => (one === '' ? [] : [RecordId.parse(Number(one))]))
    await run(purgeStrike, { plan: plan.id, records, reason })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void striking.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('strikeAbout')}</p>
      <Field label={t('strikeNumbers')} value={numbers} onChange={setNumbers} lines={3} required autoFocus />
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      <FormEnd
        action={striking}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={!/^[\s,;]*\d[\d\s,;]*$/.test(numbers) || reason.trim() === ''}
      >
        {t('strikeDo')}
      </FormEnd>
    </form>
  )
}

// Settling who approves destruction, for how many days an approval counts, and whether one person may do all.
import { type FormEvent, useState } from 'react'
import { dispositionSettle } from '../../../shared/contract/approval.ts'
import {
  ApprovalRole,
  approvalWords,
  DispositionOffice,
  isStatutory,
} from '../../../shared/domain/disposition/approval.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/settled.ts'
import { translator } from '../../locale/t.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly before: DispositionOffice
  readonly onDone: () => void
}

/** The form, which begins with what counts now. */
export function SettleForm({ before, onDone }: Props) {
  const [chain, setChain] = useState<readonly ApprovalRole[]>(before.chain)
  const [days, setDays] = useState(String(before.approvalDays))
  const [alone, setAlone] = useState(before.alone)
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const settling = useAction(async () => {
    const office = { chain: [...chain], approvalDays: Number(days), alone }
    await run(dispositionSettle, { office, reason, second: second === null ? null : PersonId.parse(second) })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void settling.go()
  }
  const count = days.trim() !== '' && DispositionOffice.shape.approvalDays.safeParse(Number(days)).success
  return (
    <form className="form" onSubmit={submit}>
      <fieldset className="legend">
        <legend>{t('chain')}</legend>
        <p className="hint">{t('statutory')}</p>
        {ApprovalRole.options.map((role) => (
          <Check
            key={role}
            on={chain.includes(role)}
            disabled={isStatutory(role)}
            onChange={(on) => setChain(ApprovalRole.options.filter((one) => (one === role ? on : chain.includes(one))))}
            words={approvalWords[role].office}
          />
        ))}
      </fieldset>
      <Field label={t('days')} value={days} onChange={setDays} error={count ? undefined : t('daysWrong')} required />
      <Check on={alone} onChange={setAlone} words={t('aloneMay')} />
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      <SecondPerson value={second} onChange={setSecond} hint={t('secondHint')} />
      <FormEnd action={settling} cancel={t('cancel')} onCancel={onDone} disabled={!count || reason.trim() === ''}>
        {t('settleDo')}
      </FormEnd>
    </form>
  )
}

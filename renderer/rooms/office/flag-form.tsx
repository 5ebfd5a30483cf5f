// What a person decided on a post that a rule found: kept with its reason.
import { type FormEvent, useState } from 'react'
import { type FlagFound, officeAct, officeWrite } from '../../../shared/contract/office.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const OUTCOMES = ['permissible', 'not-permissible', 'referred'] as const
type Outcome = (typeof OUTCOMES)[number]

interface Props {
  readonly found: FlagFound
  readonly onDone: () => void
}

/** The form. */
export function FlagForm({ found, onDone }: Props) {
  const on = todayIn(useVault().summary.zone)
  const [outcome, setOutcome] = useState<Outcome>('permissible')
  const [by, setBy] = useState('')
  const [words, setWords] = useState('')
  const saving = useAction(async () => {
    const said = { kind: 'flag', rule: found.rule, words: '' } as const
    const { id } = await run(officeWrite, { id: null, record: found.record, said })
    await run(officeAct, { id, act: outcome, on, by, words })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>
        <bdi>{found.words}</bdi>
      </p>
      <p className="soft">
        {t(`activity.${found.rule}`)}: {t('flagWords', { words: found.found })}
      </p>
      <Picker
        label={t('flagOutcome')}
        value={outcome}
        onChange={(id) => setOutcome(OUTCOMES.find((one) => one === id) ?? 'permissible')}
        choices={OUTCOMES.map((id) => ({ id, label: t(`act.${id}`) }))}
      />
      <Field label={t('doer')} value={by} onChange={setBy} required autoFocus />
      <Field label={t('why')} value={words} onChange={setWords} lines={2} required />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('actDo')}
      </FormEnd>
    </form>
  )
}
